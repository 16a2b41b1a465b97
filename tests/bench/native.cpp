// The engine at work without JavaScript around it, for the benchmark: a line in, a line out.
//
//     open <mode> <width> <settings>   the number of a new work, the width of its packs, and how many times belong together
//     run <work> <times>               nanoseconds that took, by the clock of this process
//     cost <work>                      C over the training set
//     close <work>                     ok
//
// What is refused is answered with "error" and why. Modes: see `open` below. Width: lanes of the bare step's packs; 0 is the
// engine's own choice.
#include <algorithm>
#include <chrono>
#include <iostream>
#include <map>
#include <memory>
#include <sstream>
#include <string>

#include "core/batch_step.hpp"
#include "core/experiment_text.hpp"
#include "core/grid.hpp"
#include "core/trainer.hpp"

using namespace backprop;

namespace {

constexpr int whole_run = 2000;

class Work {
 public:
  virtual ~Work() = default;
  virtual void run(int times) = 0;
  virtual double cost() = 0;
  virtual int width() const { return 0; }
  virtual int least() const { return 1; }
};

// Epochs of a trainer, as the page trains.
class Training : public Work {
 public:
  explicit Training(const Experiment& experiment) : trainer_(experiment) {}

  void run(int epochs) override { trainer_.train(static_cast<std::uint64_t>(epochs) * trainer_.iterations_per_epoch()); }
  double cost() override { return trainer_.score().training.cost; }

 protected:
  Trainer trainer_;
};

// Epochs of runs that begin anew after `until` epochs: up to every_epoch_until each is recorded, up to 2,000 it is a whole run.
class RepeatedTraining final : public Training {
 public:
  RepeatedTraining(const Experiment& experiment, std::uint64_t until) : Training(experiment), until_(until) {}

  void run(int epochs) override {
    while (epochs > 0) {
      if (trainer_.progress().epoch >= until_) trainer_.reset();
      const int left = static_cast<int>(until_ - trainer_.progress().epoch);
      const int now = std::min(epochs, left);
      Training::run(now);
      epochs -= now;
    }
  }
  int least() const override { return static_cast<int>(until_); }

 private:
  std::uint64_t until_;
};

// Epochs after the first 2,000, of which few are recorded.
class LateTraining final : public Training {
 public:
  explicit LateTraining(const Experiment& experiment) : Training(experiment) { run(whole_run); }
};

// What no trainer can do without: gather a batch, backpropagate, descend. The same order in each epoch, nothing recorded,
// nothing checked, and always plain gradient descent.
class BareStep final : public Work {
 public:
  BareStep(const Experiment& experiment, std::optional<int> width)
      : experiment_(experiment),
        network_(make_network(experiment)),
        set_(Trainer(experiment).training_set()),
        order_(in_order(set_.size())),
        step_(make_batch_step(network_, experiment.batch_size, width)),
        parameters_(initial_parameters(network_, experiment.initializer, experiment.bias_initializer, experiment.seed)) {}

  void run(int epochs) override {
    const Dropout none{0, Random(0, Stream::dropout)};
    const auto rate = static_cast<float>(experiment_.learning_rate);
    for (int epoch = 0; epoch < epochs; ++epoch) {
      for (int first = 0; first < set_.size(); first += experiment_.batch_size) {
        const Batch batch{set_, order_.data() + first, std::min(experiment_.batch_size, set_.size() - first)};
        parameters_ -= rate * step_->gradient(network_, experiment_.cost, parameters_, batch, none);
      }
    }
  }

  double cost() override {
    Evaluator evaluator(network_, set_, experiment_.classes);
    return evaluator.score(network_, experiment_.cost, parameters_).cost;
  }

  int width() const override { return step_->width(); }

 private:
  Experiment experiment_;
  Network network_;
  ExampleSet set_;
  std::vector<std::int32_t> order_;
  std::unique_ptr<BatchStep> step_;
  Flat<float> parameters_;
};

// Every neuron's answers over 100 x 100 places.
class Grid final : public Work {
 public:
  explicit Grid(const Experiment& experiment) : trainer_(experiment) {}

  void run(int times) override {
    const PlaneWindow plane = whole_plane(plane_half(trainer_.points()));
    for (int i = 0; i < times; ++i)
      neuron_grid(trainer_.network(), trainer_.experiment().features, trainer_.progress().parameters, plane, 100, 1, last_);
  }
  double cost() override { return trainer_.score().training.cost; }

 private:
  Trainer trainer_;
  std::vector<float> last_;  // kept, so that no compiler leaves the work out
};

// Multiplications and additions of four floats alone, so many side by side that only the processor's units limit them.
class Peak final : public Work {
 public:
  void run(int times) override {
    const Float4 factor = start_ * 0.5f;
    const Float4 summand = start_;
    Float4 sums[10];
    for (int i = 0; i < 10; ++i) sums[i] = start_ * static_cast<float>(i);  // each its own, or a compiler makes one of them
    for (int i = 0; i < times * 100; ++i)
      for (Float4& sum : sums) sum = sum * factor + summand;
    for (const Float4 sum : sums) last_ += sum;
  }
  double cost() override { return last_[0]; }

 private:
  Float4 start_ = Float4{} + 1.0f;  // not known to a compiler
  Float4 last_{};
};

std::unique_ptr<Work> open(const std::string& mode, int width, const Experiment& experiment) {
  if (mode == "trainer") return std::make_unique<Training>(experiment);
  if (mode == "early") return std::make_unique<RepeatedTraining>(experiment, every_epoch_until);
  if (mode == "whole") return std::make_unique<RepeatedTraining>(experiment, whole_run);
  if (mode == "late") return std::make_unique<LateTraining>(experiment);
  if (mode == "bare") return std::make_unique<BareStep>(experiment, width == 0 ? std::nullopt : std::optional(width));
  if (mode == "grid") return std::make_unique<Grid>(experiment);
  if (mode == "peak") return std::make_unique<Peak>();
  return nullptr;
}

class Works {
 public:
  std::string answer(const std::string& line) {
    std::istringstream words(line);
    std::string command;
    words >> command;
    if (command == "open") return begin(words);
    int number = -1;
    words >> number;
    const auto found = works_.find(number);
    if (found == works_.end()) return "error no such work: " + line;
    std::ostringstream answer;
    answer.precision(17);
    if (command == "run") answer << timed(*found->second, words);
    else if (command == "cost") answer << found->second->cost();
    else if (command == "close") answer << (works_.erase(found), "ok");
    else answer << "error no such command: " << line;
    return answer.str();
  }

 private:
  std::string begin(std::istringstream& words) {
    std::string mode, settings;
    int width = 0;
    words >> mode >> width >> settings;
    const Reading reading = read(settings);
    if (!reading.problems.empty()) return "error " + reading.problems[0].message;
    std::unique_ptr<Work> work = open(mode, width, reading.experiment);
    if (!work) return "error no such mode: " + mode;
    const std::string chosen = std::to_string(work->width()) + " " + std::to_string(work->least());
    works_.emplace(next_, std::move(work));
    return std::to_string(next_++) + " " + chosen;
  }

  static std::int64_t timed(Work& work, std::istringstream& words) {
    int times = 0;
    words >> times;
    const auto start = std::chrono::steady_clock::now();
    work.run(times);
    const auto taken = std::chrono::steady_clock::now() - start;
    return std::chrono::duration_cast<std::chrono::nanoseconds>(taken).count();
  }

  std::map<int, std::unique_ptr<Work>> works_;
  int next_ = 0;
};

}  // namespace

int main() {
  Works works;
  std::string line;
  while (std::getline(std::cin, line)) std::cout << works.answer(line) << std::endl;
}
