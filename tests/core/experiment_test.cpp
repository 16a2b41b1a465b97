#include "core/experiment.hpp"

#include <limits>

#include "catch.hpp"
#include "core/experiment_text.hpp"
#include "core/numbers.hpp"

using namespace backprop;

namespace {

// The sentence about a field, or nothing.
std::string about(const Reading& reading, std::string_view field) {
  for (const Problem& problem : reading.problems)
    if (problem.field == field) return problem.message;
  return {};
}

}  // namespace

TEST_CASE("the defaults are valid, and text reads back as what was written") {
  CHECK(validate(Experiment{}).empty());
  CHECK(write(Experiment{}).empty());
  CHECK(read("").problems.empty());

  Experiment other;
  other.data = DataSet::of<Spiral>();
  other.layers = {};
  other.activations = {};
  other.noise = 0.123456789012345;
  other.learning_rate = 0.00003;
  other.seed = 4294967295u;
  CHECK(write(read(write(other)).experiment) == write(other));
  CHECK(read(write(other)).problems.empty());
}

TEST_CASE("settings are read on top of a base: what is not named stays") {
  Experiment base;
  base.learning_rate = 0.5;
  const Reading reading = read("layers=8,7,6&activations=relu", base);
  CHECK(reading.problems.empty());
  CHECK(reading.experiment.learning_rate == 0.5);
  CHECK(reading.experiment.layers == std::vector<int>{8, 7, 6});
  CHECK(reading.experiment.activations == std::vector<Activation>(3, Activation::of<Relu>()));
  CHECK(read("layers=", reading.experiment).experiment.activations.empty());
  CHECK(read("layers=3", reading.experiment).problems.empty());
}

TEST_CASE("numbers outside their limits are clamped and the sentence says so") {
  const Reading reading = read("points=99999999&noise=-3&learningRate=1e300&layers=1000,0&batchSize=-5");
  CHECK(reading.experiment.points == 10000);
  CHECK(reading.experiment.noise == 0);
  CHECK(reading.experiment.learning_rate == 10);
  CHECK(reading.experiment.layers == std::vector<int>{128, 1});
  CHECK(reading.experiment.batch_size == 1);
  CHECK(about(reading, "points") == "points must be from 10 to 10000, not 99999999; 10000 is used.");
  CHECK(about(reading, "learningRate") == "learningRate must be from 0.00001 to 10, not 1e+300; 10 is used.");
  CHECK(validate(reading.experiment).empty());
}

TEST_CASE("what is not a value keeps the old one and the sentence says what is allowed") {
  const Reading reading = read("points=NaN&learningRate=abc&data=banana&layers=4,x&seed=-1&batchSize=2.5&noise=0x10&cost=");
  CHECK(write(reading.experiment) == write(Experiment{}));
  CHECK(about(reading, "points") == "points \"NaN\" is not a whole number; it must be from 10 to 10000. 250 is used.");
  CHECK(about(reading, "learningRate") == "learningRate \"abc\" is not a number; it must be from 0.00001 to 10. 0.03 is used.");
  CHECK(about(reading, "data") ==
        "data \"banana\" is not known; it must be one of circle, xor, gaussians, spiral, moons, "
        "checkerboard, rings, blobs, pinwheel, plane, hills, waves, saddle, own, ownValues. circle is used.");
  CHECK(about(reading, "layers") ==
        "layers \"4,x\" has \"x\", which is not a whole number; it must be from 1 to 128. 4,4 is used.");
  CHECK(about(reading, "seed") == "seed \"-1\" is not a seed; it must be a whole number from 0 to 4294967295. 1 is used.");
  CHECK(reading.problems.size() == 8);
}

TEST_CASE("unknown names and broken pieces are reported and left out") {
  const Reading reading = read("dropuot=0.5&spiral&=3&data=spiral");
  CHECK(reading.experiment.data == DataSet::of<Spiral>());
  CHECK(about(reading, "dropuot") == "\"dropuot\" is not a setting; it was left out.");
  CHECK(about(reading, "link") == "\"spiral\" is not of the form name=value; it was left out.");
  CHECK(reading.problems.size() == 3);
}

TEST_CASE("percent escapes are decoded") {
  CHECK(read("layers=4%2C4&data%3Dx=1").experiment.layers == std::vector<int>{4, 4});
  CHECK(read("noise=%").problems.size() == 1);
}

TEST_CASE("ten megabytes of rubbish are answered with a few sentences") {
  for (const char filler : {'x', '&', '=', '%', '\xff', '\0', ','}) {
    const Reading reading = read(std::string(10 << 20, filler));
    CHECK(write(reading.experiment) == write(Experiment{}));
    CHECK(reading.problems.size() >= 1);
    CHECK(reading.problems.size() <= 8);
    CHECK(reading.problems[0].message == "The link has 10485760 characters; only the first 262144 were read.");
  }
  std::string many;
  for (int i = 0; i < 100; ++i) many += "no" + std::to_string(i) + "=1&";
  const Reading reading = read(many);
  CHECK(reading.problems.size() == 8);
  CHECK(reading.problems.back().message == "And 93 more settings were not understood.");
}

TEST_CASE("of two settings that do not go together, the one just set stays") {
  const Reading cost = read("cost=crossEntropy");
  CHECK(cost.experiment.output == OutputActivation::of<Sigmoid>());
  CHECK_FALSE(about(cost, "output").empty());
  const Reading output = read("output=tanh", cost.experiment);
  CHECK(output.experiment.cost == Cost::of<Quadratic>());
  CHECK_FALSE(about(output, "cost").empty());
  CHECK(read("training=90").experiment.validation == 10);
  CHECK(read("validation=50").experiment.training == 50);
}

TEST_CASE("a batch is at most the training set") {
  const Reading reading = read("points=20&batchSize=50");
  CHECK(reading.experiment.batch_size == 12);
  CHECK(about(reading, "batchSize") == "batchSize must be from 1 to the 12 training examples, not 50; 12 is used.");
}

TEST_CASE("an experiment made in code is validated too") {
  Experiment experiment;
  experiment.noise = std::numeric_limits<double>::quiet_NaN();
  experiment.points = 0;
  experiment.activations.push_back(Activation::of<Relu>());
  CHECK(validate(experiment).size() >= 3);
  repair(experiment);
  CHECK(validate(experiment).empty());
}

TEST_CASE("numbers are written in the shortest form that reads back") {
  CHECK(number_text(0.1) == "0.1");
  CHECK(number_text(0.00001) == "0.00001");
  CHECK(number_text(10000.0) == "10000");
  CHECK(number_text(1.0 / 3) == "0.3333333333333333");
  CHECK(parse_number("1e-3") == 0.001);
  for (const char* text : {"", " 1", "1 ", "inf", "nan", "0x1", "1,5", "--1", "1e", "."}) {
    CAPTURE(text);
    CHECK_FALSE(parse_number(text));
  }
}
