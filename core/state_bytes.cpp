#include "state_bytes.hpp"

#include <bit>
#include <cmath>
#include <cstring>

#include "experiment_text.hpp"
#include "split.hpp"

namespace backprop {

namespace {

static_assert(std::endian::native == std::endian::little, "the bytes below are written as they lie in memory");

constexpr char magic[8] = {'b', 'a', 'c', 'k', 'p', 'r', 'o', '3'};

class Writer {
 public:
  template <class Value>
  void put(const Value& value) {
    put_all(&value, 1);
  }
  template <class Value>
  void put_all(const Value* values, std::size_t count) {
    const auto* from = reinterpret_cast<const std::uint8_t*>(values);
    bytes.insert(bytes.end(), from, from + count * sizeof(Value));
  }
  std::vector<std::uint8_t> bytes;
};

class Reader {
 public:
  explicit Reader(const std::vector<std::uint8_t>& bytes) : bytes_(bytes) {}

  // Whether that many values were left; only then are they read.
  template <class Value>
  bool get_all(Value* values, std::size_t count) {
    if (count > (bytes_.size() - at_) / sizeof(Value)) return false;
    if (count > 0) std::memcpy(values, bytes_.data() + at_, count * sizeof(Value));  // an empty vector may have no address
    at_ += count * sizeof(Value);
    return true;
  }
  template <class Value>
  bool get(Value& value) {
    return get_all(&value, 1);
  }
  bool at_end() const { return at_ == bytes_.size(); }
  std::size_t left() const { return bytes_.size() - at_; }

 private:
  const std::vector<std::uint8_t>& bytes_;
  std::size_t at_ = 0;
};

bool is_permutation(const std::vector<std::int32_t>& order) {
  std::vector<bool> seen(order.size(), false);
  for (const std::int32_t i : order) {
    if (i < 0 || static_cast<std::size_t>(i) >= order.size() || seen[i]) return false;
    seen[i] = true;
  }
  return true;
}

void put_flat(Writer& out, const Flat<float>& flat) { out.put_all(flat.data(), static_cast<std::size_t>(flat.size())); }

// Some of 0 .. count - 1, in order.
bool is_selection(const std::vector<std::int32_t>& numbers, int count) {
  for (std::size_t i = 0; i < numbers.size(); ++i)
    if (numbers[i] < 0 || numbers[i] >= count || (i > 0 && numbers[i] <= numbers[i - 1])) return false;
  return true;
}

bool is_share(double value) { return value >= 0 && value <= 1; }

// A flat vector of the length that it has already, all of it finite.
bool get_flat(Reader& in, Flat<float>& flat) {
  return in.get_all(flat.data(), static_cast<std::size_t>(flat.size())) && flat.isFinite().all();
}

}  // namespace

std::vector<std::uint8_t> state_bytes(const Experiment& experiment, const Progress& progress) {
  const std::string text = write_whole(experiment);
  Writer out;
  out.put(magic);
  out.put(static_cast<std::uint32_t>(text.size()));
  out.put_all(text.data(), text.size());
  out.put(progress.epoch);
  out.put(progress.iteration);
  out.put(progress.random_state);
  out.put(static_cast<std::int32_t>(progress.position));
  out.put_all(progress.order.data(), progress.order.size());
  put_flat(out, progress.parameters);
  out.put(progress.optimizer.powers);
  put_flat(out, progress.optimizer.first);
  put_flat(out, progress.optimizer.second);
  if (experiment.patience > 0) {
    out.put(progress.best.validation);
    out.put(progress.best.epoch);
    put_flat(out, progress.best.parameters);
  }
  out.put(static_cast<std::uint32_t>(progress.frozen.size()));
  out.put_all(progress.frozen.data(), progress.frozen.size());
  return out.bytes;
}

std::optional<SavedState> parse_state(const std::vector<std::uint8_t>& bytes) {
  Reader in(bytes);
  char header[sizeof magic];
  std::uint32_t length = 0;
  if (!in.get(header) || std::memcmp(header, magic, sizeof magic) != 0) return std::nullopt;
  if (!in.get(length) || length > in.left()) return std::nullopt;
  std::string text(length, '\0');
  if (!in.get_all(text.data(), length)) return std::nullopt;
  const Reading reading = read(text);
  if (!reading.problems.empty() || write_whole(reading.experiment) != text) return std::nullopt;

  SavedState saved{reading.experiment, {}};
  Progress& progress = saved.progress;
  std::int32_t position = 0;
  if (!in.get(progress.epoch) || !in.get(progress.iteration) || !in.get(progress.random_state) || !in.get(position))
    return std::nullopt;
  // Every epoch has iterations, and nobody gets as far as 2^53 of them: what is computed from such numbers need not be looked
  // at.
  if (progress.epoch > progress.iteration || progress.iteration > std::uint64_t{1} << 53) return std::nullopt;
  const int size = part_sizes(saved.experiment).training;
  progress.position = position;
  if (position < 0 || position >= size) return std::nullopt;
  progress.order.resize(size);
  if (!in.get_all(progress.order.data(), progress.order.size()) || !is_permutation(progress.order)) return std::nullopt;
  const int count = make_network(saved.experiment).parameter_count();
  progress.parameters.resize(count);
  progress.optimizer = fresh_state<float>(saved.experiment.optimizer, count);
  if (!get_flat(in, progress.parameters) || !in.get(progress.optimizer.powers) || !get_flat(in, progress.optimizer.first) ||
      !get_flat(in, progress.optimizer.second) || !is_share(progress.optimizer.powers.first) ||
      !is_share(progress.optimizer.powers.second))
    return std::nullopt;
  if (saved.experiment.patience > 0) {
    Best& best = progress.best;
    best.parameters.resize(count);
    if (!in.get(best.validation) || !in.get(best.epoch) || !get_flat(in, best.parameters)) return std::nullopt;
    if (!std::isfinite(best.validation) || best.epoch > progress.epoch) return std::nullopt;
  }
  std::uint32_t frozen = 0;
  if (!in.get(frozen) || frozen > static_cast<std::uint32_t>(count)) return std::nullopt;
  progress.frozen.resize(frozen);
  if (!in.get_all(progress.frozen.data(), frozen) || !is_selection(progress.frozen, count)) return std::nullopt;
  if (!in.at_end()) return std::nullopt;
  return saved;
}

}  // namespace backprop
