// Decimal numbers in exact arithmetic: doubles written out, and texts read to the nearest double.
//
// C's printf and strtod do the same and are longer by themselves than all of what reads and writes settings here; every
// visitor's line would carry them.
#pragma once

#include <string>

namespace backprop {

// 0.digits times 10^point, with neither a zero at the beginning nor at the end; zero has no digits.
struct Decimal {
  std::string digits;
  int point = 0;
};

// Makes it so that neither the first nor the last digit is a zero.
void strip_zeros(Decimal& decimal);

// All digits of a finite number's size: up to 767.
Decimal exact_decimal(double value);

// To at most `most` digits; a tie goes to the even digit.
void round_to(std::size_t most, Decimal& decimal);

// The nearest double; a tie goes to the even one, what is too large to infinity.
double nearest_double(const Decimal& decimal);

}  // namespace backprop
