// Learning-rate schedules: the learning rate of an epoch is eta times a factor. Formulas are PyTorch's
// (torch.optim.lr_scheduler), stepped once after each epoch.
//
// `factor(f, T, e)`: f and T are the settings scheduleFactor and scheduleEpochs, e the number of completed epochs. To add one:
// write its struct here and name it in the list at the end. `usual` are f and T when it is chosen, `uses` those of the two
// that it looks at.
#pragma once

#include <algorithm>

#include "choice.hpp"
#include "powers.hpp"

namespace backprop {

struct ScheduleSettings {
  double factor;
  int epochs;
};

struct Constant {
  static constexpr Entry entry{"constant", "constant", R"(\eta)"};
  static constexpr Fields<0> uses{};
  static constexpr ScheduleSettings usual{0.1, 100};
  static double factor(double, int, std::uint64_t) { return 1; }
};

// StepLR
struct StepDecay {
  static constexpr Entry entry{"step", "step", R"(\eta f^{\lfloor e / T \rfloor})"};
  static constexpr Fields<2> uses{"scheduleFactor", "scheduleEpochs"};
  static constexpr ScheduleSettings usual{0.1, 100};
  static double factor(double f, int T, std::uint64_t e) { return whole_power(f, e / static_cast<std::uint64_t>(T)); }
};

// ExponentialLR
struct Exponential {
  static constexpr Entry entry{"exponential", "exponential", R"(\eta f^e)"};
  static constexpr Fields<1> uses{"scheduleFactor"};
  static constexpr ScheduleSettings usual{0.99, 100};
  static double factor(double f, int, std::uint64_t e) { return whole_power(f, e); }
};

// CosineAnnealingLR: down to f eta at epoch T, and up and down again after it.
struct Cosine {
  static constexpr Entry entry{"cosine", "cosine", R"(\eta \left[f + (1 - f) \frac{1 + \cos(\pi e / T)}{2}\right])"};
  static constexpr Fields<2> uses{"scheduleFactor", "scheduleEpochs"};
  static constexpr ScheduleSettings usual{0, 200};
  static double factor(double f, int T, std::uint64_t e) {
    return f + (1 - f) * (1 + cos_half_turns(static_cast<double>(e) / T)) / 2;
  }
};

// LinearLR
struct WarmUp {
  static constexpr Entry entry{"warmUp", "warm-up", R"(\eta \left[f + (1 - f) \min(e / T, 1)\right])"};
  static constexpr Fields<2> uses{"scheduleFactor", "scheduleEpochs"};
  static constexpr ScheduleSettings usual{1.0 / 3, 5};
  static double factor(double f, int T, std::uint64_t e) { return f + (1 - f) * std::min(static_cast<double>(e) / T, 1.0); }
};

using Schedule = Choice<Constant, StepDecay, Exponential, Cosine, WarmUp>;

}  // namespace backprop
