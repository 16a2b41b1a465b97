#include "core/experiment.hpp"

#include <cmath>
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

TEST_CASE("minus zero is zero: one experiment has one text") {
  Experiment experiment;
  experiment.noise = -0.0;
  CHECK(write(experiment) == "noise=0");
  const Reading own = read("data=own&own=-0,-1e-60,-0;1,1,1&batchSize=1");
  CHECK(write(own.experiment) == "data=own&own=0,0,0;1,1,1&batchSize=1");
  CHECK_FALSE(std::signbit(own.experiment.own[0].x));
  CHECK_FALSE(std::signbit(own.experiment.own[0].y));
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
  CHECK(about(reading, "points") == "points \"NaN\" is not a whole number; it must be from 10 to 10000; 250 is used.");
  CHECK(about(reading, "learningRate") == "learningRate \"abc\" is not a number; it must be from 0.00001 to 10; 0.03 is used.");
  CHECK(about(reading, "data") ==
        "data \"banana\" is not known; it must be one of circle, xor, gaussians, spiral, moons, "
        "checkerboard, rings, blobs, pinwheel, slope, hills, waves, saddle, own, ownValues; circle is used.");
  CHECK(about(reading, "layers") ==
        "layers \"4,x\" has \"x\", which is not a whole number; it must be from 1 to 128; 4,4 is used.");
  CHECK(about(reading, "seed") == "seed \"-1\" is not a seed; it must be a whole number from 0 to 4294967295; 1 is used.");
  CHECK(reading.problems.size() == 8);
}

TEST_CASE("what is used in place of what is not a value is told as it is in the end") {
  const Reading classes = read("cost=foo&output=bar&data=blobs");
  CHECK(classes.experiment.cost == Cost::of<LogLikelihood>());
  CHECK(about(classes, "cost").ends_with("; logLikelihood is used."));
  CHECK(about(classes, "output").ends_with("; softmax is used."));
  const Reading few = read("batchSize=many&points=15");
  CHECK(about(few, "batchSize").ends_with("; " + std::to_string(few.experiment.batch_size) + " is used."));
  CHECK(few.experiment.batch_size < Experiment{}.batch_size);
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
    CHECK(reading.problems[0].message == "The link has 10485760 characters; only the first 1048576 were read.");
  }
  std::string many;
  for (int i = 0; i < 100; ++i) many += "no" + std::to_string(i) + "=1&";
  const Reading reading = read(many);
  CHECK(reading.problems.size() == 8);
  CHECK(reading.problems.back().message == "And 93 more settings were changed or left out.");
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

TEST_CASE("what goes with a setting comes along, unless it is named itself") {
  const Experiment blobs = read("data=blobs").experiment;
  CHECK(blobs.classes == 3);
  CHECK(blobs.output == OutputActivation::of<Softmax>());
  CHECK(blobs.cost == Cost::of<LogLikelihood>());
  const Experiment one_each = read("data=blobs&classes=5&output=sigmoid").experiment;
  CHECK(one_each.classes == 5);
  CHECK(one_each.output == OutputActivation::of<Sigmoid>());
  CHECK(one_each.cost == Cost::of<Quadratic>());
  const Experiment waves = read("data=waves").experiment;
  CHECK(waves.classes == 0);
  CHECK(waves.output == OutputActivation::of<Linear>());
  CHECK(read("data=xor", waves).experiment.output == OutputActivation::of<Tanh>());
  const Experiment sigmoid = read("output=sigmoid&cost=crossEntropy").experiment;
  CHECK(read("data=xor", sigmoid).experiment.cost == Cost::of<CrossEntropy>());  // the same task keeps them
  CHECK(read("schedule=warmUp").experiment.schedule_epochs == 5);
  CHECK(read("schedule=warmUp&scheduleEpochs=9").experiment.schedule_epochs == 9);
  // Other classes than the data's usual ones bring softmax along: the default output then has to be named.
  const Experiment three_arms = read("data=spiral&classes=3&output=tanh&cost=quadratic").experiment;
  CHECK(three_arms.output == OutputActivation::of<Tanh>());
  for (const Experiment& e : {blobs, one_each, waves, sigmoid, three_arms}) {
    CHECK(validate(e).empty());
    CHECK(write(read(write(e)).experiment) == write(e));
    CHECK(read(write(e)).experiment.output == e.output);
    CHECK(read(write(e)).experiment.cost == e.cost);
  }
  CHECK(write(three_arms) == "data=spiral&classes=3&output=tanh&cost=quadratic");
  CHECK(write(read("data=blobs&classes=2").experiment) == "data=blobs&classes=2");
  CHECK(write(blobs) == "data=blobs");
  CHECK(write(one_each) == "data=blobs&classes=5&output=sigmoid&cost=quadratic");
}

TEST_CASE("every field reads back what it writes") {
  const std::string text =
      "data=spiral&classes=4&points=300&noise=0.2&labelNoise=0.05&dataSeed=7&training=70&validation=10&features=x1,radius,"
      "sinX2&"
      "layers=8,128&activations=gelu,sine&output=sigmoid&initializer=heNormal&biasInitializer=tenth&seed=9&cost=crossEntropy&"
      "l1=0.001&l2=0.01&dropout=0.25&optimizer=adamW&learningRate=0.001&momentum=0.8&smoothing=0.98&beta1=0.85&beta2=0.99&"
      "weightDecay=0.1&schedule=cosine&scheduleFactor=0.2&scheduleEpochs=50&clipNorm=2&batchSize=16&stopEpochs=1000&"
      "targetCost=0.001&patience=20&restoreBest=true&gradientBound=0.0001";
  const Reading reading = read(text);
  CHECK(reading.problems.empty());
  CHECK(write(reading.experiment) == text);
}

TEST_CASE("every field outside its limits is refused with its limits") {
  const Experiment defaults;
  visit_fields(defaults, [](const Field& field, const auto&) {
    if (field.low == field.high || field.name == "own" || field.name == "dataSeed" || field.name == "seed") return;
    for (const double value : {field.low - 1, field.high + 1}) {
      const std::string text = std::string(field.name) + "=" + number_text(value);
      CAPTURE(text);
      const Reading reading = read(text);
      const std::string sentence = about(reading, field.name);
      CHECK(sentence.find(number_text(field.high)) != std::string::npos);
      CHECK(validate(reading.experiment).empty());
    }
  });
}

TEST_CASE("senseless combinations are refused with the reason") {
  const auto sentence = [](const char* text, const char* field) {
    const Reading reading = read(text);
    CHECK(validate(reading.experiment).empty());
    return about(reading, field);
  };
  CHECK(sentence("cost=crossEntropy&output=softmax", "output") ==
        "cross-entropy cost needs outputs that are each a probability, so only sigmoid goes with it, not softmax; the sigmoid "
        "output is used.");
  CHECK(sentence("data=waves&cost=logLikelihood", "cost") ==
        "log-likelihood cost needs outputs that are probabilities of classes and sum to 1, so only softmax goes with it, not "
        "linear; the quadratic cost is used.");
  CHECK(sentence("data=waves&output=softmax", "output") ==
        "output must be linear or tanh for data with values to predict, as softmax gives no negative ones; linear is used.");
  CHECK(sentence("cost=huber&output=sigmoid", "output") ==
        "Huber cost is meant for outputs that are values, so only linear and tanh go with it, not sigmoid; the tanh output is "
        "used.");
  CHECK(sentence("data=circle&classes=3", "classes") == "classes must be 2 with Circle, not 3; 2 is used.");
  CHECK(sentence("data=waves&classes=3", "classes") ==
        "classes must be 0, as Waves has values to predict, not classes; 0 is used.");
  CHECK(sentence("data=pinwheel&classes=1", "classes") == "classes must be from 2 to 6 with Pinwheel, not 1; 2 is used.");
  CHECK(sentence("validation=0&patience=5", "patience") ==
        "patience needs a validation set to watch, and 0 % of the points are none; it is not used.");
  CHECK(sentence("features=", "features") == "features must name at least one input; x1 and x2 are used.");
  CHECK(sentence("features=x1,x1", "features") == "features must name each input once; the repeated ones were left out.");
}

TEST_CASE("own points are taken as they are, or refused with their place") {
  const Reading good = read("data=own&own=0,0,0;1,1,2;-2.5,0.1,1");
  CHECK(good.problems.empty());
  CHECK(good.experiment.batch_size == 3);  // the usual batch of 10 is larger than these
  CHECK(good.experiment.classes == 3);
  CHECK(good.experiment.own[2] == Point{-2.5f, 0.1f, 1});
  CHECK(write(read(write(good.experiment)).experiment) == write(good.experiment));
  CHECK(points_of(good.experiment).points == good.experiment.own);

  const auto sentence = [](const std::string& own, const char* data = "own") {
    const Reading reading = read(std::string("data=") + data + "&own=" + own);
    CHECK(validate(reading.experiment).empty());
    return about(reading, "own");
  };
  CHECK(sentence("1,2;3,4,1") ==
        "own \"1,2;3,4,1\" has \"1,2\" as point 1; a point is three numbers, x,y,class or x,y,value, and points are joined by "
        "semicolons; none is used.");
  CHECK(sentence("1,2,NaN").find("\"1,2,NaN\" as point 1") != std::string::npos);
  CHECK(sentence("1,2,0;3,4,0;5,5,0") == "own needs points of at least two classes; the circle is used instead.");
  CHECK(sentence("1,2,0;3,4,0.5") ==
        "own needs classes that are whole numbers from 0 to 5, not 0.5 as at point 2 (a link to points with values says "
        "data=ownValues); the circle is used instead.");
  CHECK(sentence("1,2,0") == "own needs at least two points; the circle is used instead.");
  CHECK(sentence("1,2,0;3,4,1;5000,0,1") ==
        "own has point 3 with a number that is not from -1000 to 1000; such points were left out.");
  CHECK(sentence("1,2,0.5;3,4,-7", "ownValues").empty());
  CHECK(read("data=ownValues&own=1,2,0.5;3,4,-7").experiment.classes == 0);

  // A point more can bring a class more.
  CHECK(read("own=0,0,0;1,1,2;-2.5,0.1,1;2,2,3", good.experiment).experiment.classes == 4);

  Experiment experiment;
  experiment.data = DataSet::of<Own>();
  experiment.own = {{0, 0, 0}, {1, std::numeric_limits<float>::quiet_NaN(), 1}, {2, 0, 1}};
  CHECK(validate(experiment).size() >= 1);
  repair(experiment);
  CHECK(experiment.own.size() == 2);
}

TEST_CASE("ten thousand own points of the longest numbers are written and read") {
  Experiment experiment = read("data=ownValues&own=0,0,0;1,1,1").experiment;
  const float longest = -1.2345678e-7f;
  experiment.own.assign(most_points, {longest, longest, longest});
  experiment.batch_size = 10;
  const Reading reading = read(write(experiment));
  CHECK(reading.problems.empty());
  CHECK(reading.experiment.own == experiment.own);
}

TEST_CASE("sets too small to split are learned from whole") {
  const Reading reading = read("data=own&own=0,0,0;1,1,1&training=10&validation=10&batchSize=1");
  CHECK(reading.experiment.training == 100);
  CHECK(about(reading, "training") ==
        "training of 10 % is not one of so few points; all of them are used, and none to validate or test.");
}

TEST_CASE("an experiment made in code is validated too") {
  Experiment experiment;
  experiment.noise = std::numeric_limits<double>::quiet_NaN();
  experiment.points = 0;
  experiment.activations.push_back(Activation::of<Relu>());
  CHECK(validate(experiment).size() >= 3);
  repair(experiment);
  CHECK(validate(experiment).empty());

  // Settings read from text repeat the last activation; in code nothing stands for the missing ones.
  experiment.layers = {4, 4, 4};
  experiment.activations = {Activation::of<Relu>()};
  REQUIRE(validate(experiment).size() == 1);
  CHECK(validate(experiment)[0].message ==
        "activations names 1 functions for 3 hidden layers; one for each is needed, so ReLU is used for the others.");
  repair(experiment);
  CHECK(experiment.activations == std::vector<Activation>(3, Activation::of<Relu>()));
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
