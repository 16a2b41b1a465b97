// Numbers as text: the shortest form that reads back as the same number of its kind.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace backprop {

std::string number_text(double value);
std::string number_text(float value);

// Three significant digits, for readings in sentences.
std::string rounded_text(double value);

// A whole text that is one decimal number, "NaN" and "infinity" excepted. Nothing before or after it, spaces included.
std::optional<double> parse_number(std::string_view text);

}  // namespace backprop
