// A fully connected network: how its layers follow one another and where their parameters lie.
//
// Notation (Nielsen's): layers are numbered l = 1 .. L, the input is layer 0, the output is layer L.
// w^l_jk weighs the connection from neuron k of layer l-1 to neuron j of layer l; b^l_j is the bias of neuron j of layer l.
//
// All parameters lie in one flat vector, layer after layer: the weights of layer l row by row (row j holds w^l_j1, w^l_j2, ..),
// then its biases. Gradients and optimisers' moments have the same shape, so an optimiser, a snapshot or a fingerprint is
// arithmetic on one vector.
#pragma once

#include <Eigen/Core>
#include <vector>

#include "lanes.hpp"
#include "output.hpp"

namespace backprop {

template <class Real>
using Flat = Eigen::Array<Real, Eigen::Dynamic, 1>;
template <class Scalar>
using Vector = Eigen::Matrix<Scalar, Eigen::Dynamic, 1>;
template <class Real>
using Weights = Eigen::Matrix<Real, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;  // neurons x inputs

struct Layer {
  int inputs;             // neurons of the layer before
  int neurons;            // neurons of this one
  int weights_at;         // where its weights begin in the flat vector
  int biases_at;          // where its biases begin
  Activation activation;  // of a hidden layer; the output layer has the network's `output`
};

class Network {
 public:
  // One entry of `hidden` and of `activations` per hidden layer, from the input on; both may be empty.
  Network(int inputs, const std::vector<int>& hidden, const std::vector<Activation>& activations, int outputs,
          OutputActivation output);

  int last() const { return static_cast<int>(layers_.size()); }  // L
  const Layer& layer(int l) const { return layers_[l - 1]; }     // 1 <= l <= L
  int neurons(int l) const { return l == 0 ? layers_[0].inputs : layer(l).neurons; }
  OutputActivation output() const { return output_; }
  int parameter_count() const { return parameter_count_; }

  bool same_shape(const Network& other) const;

 private:
  std::vector<Layer> layers_;
  OutputActivation output_;
  int parameter_count_ = 0;
};

// Views of one layer's part of a flat vector of parameters or gradients, const or not.
template <class FlatVector>
auto weights(FlatVector& flat, const Layer& layer) {
  using Real = typename FlatVector::Scalar;
  using Part = std::conditional_t<std::is_const_v<FlatVector>, const Weights<Real>, Weights<Real>>;
  return Eigen::Map<Part>(flat.data() + layer.weights_at, layer.neurons, layer.inputs);
}
template <class FlatVector>
auto biases(FlatVector& flat, const Layer& layer) {
  using Real = typename FlatVector::Scalar;
  using Part = std::conditional_t<std::is_const_v<FlatVector>, const Vector<Real>, Vector<Real>>;
  return Eigen::Map<Part>(flat.data() + layer.biases_at, layer.neurons);
}

// All weights of all layers, without the biases: f(first, count) for each layer's stretch of the flat vector.
template <class F>
void for_each_weights(const Network& network, F&& f) {
  for (int l = 1; l <= network.last(); ++l) {
    const Layer& layer = network.layer(l);
    f(layer.weights_at, layer.biases_at - layer.weights_at);
  }
}

}  // namespace backprop
