#include "core/choice.hpp"

#include "catch.hpp"
#include "core/cost.hpp"

using namespace backprop;

TEST_CASE("a choice is found by its name and dispatches to its own type") {
  for (int i = 0; i < Activation::count; ++i) {
    const auto parsed = Activation::parse(Activation::at(i).name());
    REQUIRE(parsed);
    CHECK(parsed->index() == i);
    CHECK(parsed->visit([](auto f) { return decltype(f)::entry.name; }) == parsed->name());
  }
  CHECK_FALSE(Activation::parse("sigmoidal"));
  CHECK_FALSE(Activation::parse(""));
  CHECK(Activation::of<Relu>().name() == "relu");
}

TEST_CASE("cross-entropy is paired with a sigmoid output alone") {
  CHECK(pairs(Cost::of<CrossEntropy>(), OutputActivation::of<Sigmoid>()));
  CHECK_FALSE(pairs(Cost::of<CrossEntropy>(), OutputActivation::of<Tanh>()));
  CHECK(pairs(Cost::of<Quadratic>(), OutputActivation::of<Tanh>()));
}
