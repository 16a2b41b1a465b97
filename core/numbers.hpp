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

// Accepts a text that is exactly one decimal number: no spaces, no "NaN", no "infinity".
std::optional<double> parse_number(std::string_view text);

}  // namespace backprop
