#include "gradient_fan.hpp"

#include "descent.hpp"

namespace backprop {

GradientFan gradient_fan(const Network& network, Cost cost, const Flat<float>& parameters, const ExampleSet& set,
                         int batch_size, int count, std::uint32_t seed) {
  std::vector<std::int32_t> order = in_order(set.size());
  const auto gradient_of = [&](BatchStep& step, int size) {
    return step.gradient(network, cost, parameters, {set, order.data(), size}, {}).cast<double>().eval();
  };
  const Flat<double> full = gradient_of(*make_batch_step(network, set.size()), set.size());
  const auto step = make_batch_step(network, batch_size);
  GradientFan fan{norm(full), {}, {}};
  for (int i = 0; i < count; ++i) {
    Random(seed, Stream::fan, static_cast<std::uint64_t>(i)).shuffle(order);
    const Flat<double> some = gradient_of(*step, batch_size);
    fan.norms.push_back(norm(some));
    fan.cosines.push_back((full * some).sum() / (fan.full_norm * fan.norms.back()));
  }
  return fan;
}

}  // namespace backprop
