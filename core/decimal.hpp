// Numbers in decimal notation.
#pragma once

#include <string>

namespace backprop {

// 0.digits times 10^point, with neither a zero at the beginning nor at the end; zero has no digits.
struct Decimal {
  std::string digits;
  int point = 0;
};

// The size of a finite number to 40 digits: enough to tell which numbers lie half way between two of 17 digits.
Decimal decimal_of(double value);

// To at most `most` digits; a tie goes to the even digit.
void round_to(std::size_t most, Decimal& decimal);

// The nearest double to a text in decimal notation, as strtod gives it: with sign, point and power of ten, nothing before or
// after.
double nearest_double(const std::string& text);

}  // namespace backprop
