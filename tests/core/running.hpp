// A run for tests, from its settings as a link has them.
#pragma once

#include <string>

#include "catch.hpp"
#include "core/experiment_text.hpp"
#include "core/fingerprint.hpp"
#include "core/trainer.hpp"

namespace backprop {

// Settings that are not as they should be are a mistake in the test.
inline Trainer trainer(const std::string& text) {
  const Reading reading = read(text);
  REQUIRE(reading.problems.empty());
  return Trainer(reading.experiment);
}

inline std::string print(const Trainer& trainer) { return fingerprint(trainer.progress().parameters); }

}  // namespace backprop
