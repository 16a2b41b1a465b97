// Whole runs whose last bit is promised: the same on every compiler, every optimisation level, natively and in WebAssembly.
#include <golden_runs.hpp>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

#include "catch.hpp"
#include "core/experiment_text.hpp"
#include "core/fingerprint.hpp"
#include "core/trainer.hpp"

using namespace backprop;

namespace {

struct GoldenRun {
  std::string text;
  std::uint64_t epochs = 0;
  std::string expected;
};

std::vector<GoldenRun> runs() {
  std::istringstream lines(golden_runs);
  std::vector<GoldenRun> list;
  for (GoldenRun run; lines >> run.text >> run.epochs >> run.expected;) list.push_back(run);
  return list;
}

std::string result(const GoldenRun& golden) {
  Trainer run(read(golden.text).experiment);
  run.train(golden.epochs * run.iterations_per_epoch());
  CHECK(run.progress().epoch == golden.epochs);
  return fingerprint(run.progress().parameters);
}

}  // namespace

TEST_CASE("golden runs end in the same bits") {
  for (const GoldenRun& golden : runs()) {
    CAPTURE(golden.text);
    const Reading reading = read(golden.text);
    REQUIRE(reading.problems.empty());
    CHECK(write(reading.experiment) == golden.text);
    CHECK(result(golden) == golden.expected);
  }
}

TEST_CASE("the golden runs use all that the core knows") {
  std::string everything;
  for (const GoldenRun& golden : runs()) {
    const Experiment e = read(golden.text).experiment;
    visit_fields(e, [&](const Field& field, const auto& value) {
      using Value = std::remove_cvref_t<decltype(value)>;
      if constexpr (requires { value.name(); }) everything += std::string(field.name) + "=" + std::string(value.name()) + ";";
      else if constexpr (requires { Value::value_type::entries; })
        for (const auto& entry : value) everything += std::string(field.name) + "=" + std::string(entry.name()) + ";";
    });
  }
  const Experiment defaults;
  visit_fields(defaults, [&](const Field& field, const auto& value) {
    using Value = std::remove_cvref_t<decltype(value)>;
    const auto check = [&](const auto& entries) {
      for (const Entry& entry : entries) {
        const std::string setting = std::string(field.name) + "=" + std::string(entry.name) + ";";
        CAPTURE(setting);
        CHECK(everything.find(setting) != std::string::npos);
      }
    };
    if constexpr (requires { value.name(); }) check(Value::entries);
    else if constexpr (requires { Value::value_type::entries; }) check(Value::value_type::entries);
  });
}

// core_tests "print the golden runs" writes runs.txt anew, for whoever changes an operation on purpose.
TEST_CASE("print the golden runs", "[.]") {
  for (const GoldenRun& golden : runs())
    std::cout << write(read(golden.text).experiment) << ' ' << golden.epochs << ' ' << result(golden) << '\n';
}
