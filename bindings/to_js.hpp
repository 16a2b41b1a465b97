// The core's values as JavaScript has them. Everything is an owned copy: a view of the module's memory dies when that memory
// grows.
#pragma once

#include <emscripten/bind.h>
#include <emscripten/val.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "core/experiment.hpp"
#include "core/out_of_line.hpp"

namespace backprop {

using emscripten::val;

template <class Number>
val typed_array(const Number* numbers, std::size_t count) {
  return val(emscripten::typed_memory_view(count, numbers)).template call<val>("slice");
}
template <class Numbers>
val typed_array(const Numbers& numbers) {
  return typed_array(numbers.data(), static_cast<std::size_t>(numbers.size()));
}

// And back: JavaScript's numbers are doubles, which Embind takes modulo 2^32 where an int is asked for. The fraction is cut
// off, what lies outside counts as the nearest end, NaN as the lower one.
inline int whole(double number, int low, int high) {
  return std::isnan(number) ? low : static_cast<int>(std::clamp<double>(number, low, high));
}

// {name: value, ..}
struct Property {
  const char* name;
  val value;
};
inline val object_of(std::initializer_list<Property> properties) {
  val object = val::object();
  for (const Property& property : properties) object.set(property.name, property.value);
  return object;
}

template <class Values, class Convert>
val array_of(const Values& values, Convert&& convert) {
  val array = val::array();
  for (const auto& value : values) array.call<void>("push", convert(value));
  return array;
}

inline val to_js(std::string_view text) { return val(std::string(text)); }
inline val to_js(double value) { return val(value); }
inline val to_js(int value) { return val(value); }
inline val to_js(std::uint32_t value) { return val(value); }
inline val to_js(bool value) { return val(value); }
template <class... Types>
val to_js(const Choice<Types...>& choice) {
  return to_js(choice.name());
}
inline val to_js(const Point& p) {
  return array_of(std::vector<double>{p.x, p.y, p.label}, [](double v) { return val(v); });
}
template <class Value>
val to_js(const std::vector<Value>& list) {
  return array_of(list, [](const Value& value) { return to_js(value); });
}
inline val to_js(const Problem& problem) {
  return object_of({{"field", to_js(problem.field)}, {"message", to_js(problem.message)}});
}
inline val to_js(const Range& range) { return to_js(std::vector<double>{range.low, range.high}); }
inline val to_js(const Experiment& experiment) {
  val object = val::object();
  visit_fields(experiment, [&](const Field& field, const auto& value) BACKPROP_OUT_OF_LINE {  // many fields, few kinds
    object.set(std::string(field.name), to_js(value));
  });
  return object;
}

}  // namespace backprop
