#include "descent.hpp"

namespace backprop {

template void descend(const Network&, const UpdateRule&, double, Flat<float>&, OptimizerState<float>&, Flat<float>&,
                      Flat<float>&, std::span<const std::int32_t>);

}  // namespace backprop
