#include "features.hpp"

namespace backprop {

void put_features(const std::vector<Feature>& features, float x1, float x2, float* inputs) {
  for (const Feature feature : features) *inputs++ = feature_value(feature, Lanes<4>(x1), Lanes<4>(x2)).part[0][0];
}

}  // namespace backprop
