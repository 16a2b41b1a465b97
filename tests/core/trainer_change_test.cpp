// What is changed in a run: what it keeps, and what begins anew.
#include "catch.hpp"
#include "running.hpp"

using namespace backprop;

TEST_CASE("settings that need no new run are changed within it") {
  Trainer run = trainer("data=circle&layers=4,2");
  run.train(500);
  const Progress before = run.progress();
  const std::vector<std::uint8_t> saved = run.save();
  for (const char* text : {"data=circle&layers=4,2&learningRate=0.01", "data=circle&layers=4,2&batchSize=3",
                           "data=circle&layers=4,2&activations=relu,tanh", "data=circle&layers=4,2&output=sigmoid",
                           "data=circle&layers=4,2&noise=0.4", "data=circle&layers=4,2&points=400"}) {
    CAPTURE(text);
    CHECK_FALSE(run.configure(read(text).experiment));
    CHECK((run.progress().parameters == before.parameters).all());
    CHECK(run.progress().iteration == before.iteration);
    CHECK(run.train(20) == 20);
    REQUIRE(run.restore(saved));
  }
  CHECK_FALSE(run.configure(read("data=circle&layers=5,2").experiment));
  CHECK(run.progress().iteration == before.iteration);
  CHECK(run.configure(read("data=xor").experiment));
  CHECK(run.progress().iteration == 0);
}

TEST_CASE("another optimiser, other inputs and other penalties are taken over in mid-run") {
  Trainer run = trainer("data=circle&features=x1,x2&optimizer=momentum");
  run.train(300);
  const Progress before = run.progress();
  CHECK_FALSE(run.configure(read("data=circle&optimizer=adam&learningRate=0.01").experiment));
  CHECK((run.progress().parameters == before.parameters).all());
  CHECK(run.progress().optimizer.powers.first == 1);
  CHECK(run.progress().optimizer.second.size() == before.parameters.size());
  run.train(10);
  const Progress with_adam = run.progress();
  CHECK_FALSE(run.configure(read("data=circle&optimizer=adam&learningRate=0.01&features=radius,x2").experiment));
  const auto W = weights(run.progress().parameters, run.network().layer(1));
  Network old_network = make_network(read("data=circle").experiment);
  CHECK(W.col(1) == weights(with_adam.parameters, old_network.layer(1)).col(1));
  CHECK(run.progress().optimizer.powers.first == Approx(std::pow(0.9, 10)));
  CHECK(weights(run.progress().optimizer.first, run.network().layer(1)).col(0).isZero());
  CHECK(run.train(100) == 100);
  CHECK(run.configure(read("data=circle&initializer=zero").experiment));
  CHECK(run.progress().iteration == 0);
}

TEST_CASE("one output for two classes and one for each decide alike, whichever way they are exchanged") {
  Trainer run = trainer("data=circle");
  run.train(200 * run.iterations_per_epoch());
  const double accuracy = run.score().training.accuracy;
  REQUIRE(accuracy > 0.97);
  CHECK_FALSE(run.configure(read("data=circle&output=softmax&cost=logLikelihood").experiment));
  CHECK(run.network().neurons(run.network().last()) == 2);
  CHECK(run.score().training.accuracy == accuracy);
  run.train(run.iterations_per_epoch());
  CHECK(run.score().training.accuracy > 0.95);
  CHECK_FALSE(run.configure(read("data=circle").experiment));
  CHECK(run.score().training.accuracy > 0.95);
}

TEST_CASE("another depth keeps the layers that stay and the output; a layer added and taken away leaves every bit") {
  Trainer run = trainer("data=circle&layers=4,3&learningRate=0.1");
  run.train(100);
  const Progress before = run.progress();
  const Network small = run.network();
  CHECK_FALSE(run.configure(read("data=circle&layers=4,3,3&learningRate=0.1").experiment));
  const Flat<float>& w = run.progress().parameters;
  for (int l = 1; l <= 2; ++l) CHECK(weights(w, run.network().layer(l)) == weights(before.parameters, small.layer(l)));
  CHECK(biases(w, run.network().layer(4)) == biases(before.parameters, small.layer(3)));
  CHECK(weights(w, run.network().layer(4)) == weights(before.parameters, small.layer(3)));
  CHECK_FALSE(run.configure(read("data=circle&layers=4,3&learningRate=0.1").experiment));
  CHECK((run.progress().parameters == before.parameters).all());
  // Without hidden layers the output's weights are the inputs'.
  CHECK_FALSE(run.configure(read("data=circle&layers=&learningRate=0.1").experiment));
  CHECK(weights(run.progress().parameters, run.network().layer(1)) != weights(before.parameters, small.layer(3)).leftCols(2));
  CHECK(biases(run.progress().parameters, run.network().layer(1)) == biases(before.parameters, small.layer(3)));
}

TEST_CASE("before the first iteration every change gives the run that the settings describe") {
  for (const char* settings : {"layers=5,4", "layers=4,4,4", "features=x1,x2,radius", "output=softmax&cost=logLikelihood"}) {
    CAPTURE(settings);
    Trainer run = trainer("");
    CHECK(run.configure(read(settings).experiment));
    CHECK(print(run) == print(trainer(settings)));
  }
}

TEST_CASE("another cost begins another curve at the present epoch") {
  Trainer run = trainer("output=sigmoid");
  run.train(3 * run.iterations_per_epoch());
  CHECK(run.history().size() == 4);
  run.configure(read("output=sigmoid&cost=crossEntropy").experiment);
  REQUIRE(run.history().size() == 1);
  CHECK(run.history()[0].epoch == 3);
}

TEST_CASE("the path has a place whatever is changed, so that there is always one to look from") {
  for (const char* text : {"layers=3", "features=x1", "layers=&output=sigmoid", "data=spiral", "learningRate=0.1"}) {
    CAPTURE(text);
    Trainer run = trainer("");
    run.train(40);
    run.configure(read(text, run.experiment()).experiment);
    REQUIRE_FALSE(run.milestones().places().empty());
    for (const Flat<float>& place : run.milestones().places()) CHECK(place.size() == run.network().parameter_count());
  }
}
