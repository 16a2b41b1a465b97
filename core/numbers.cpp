#include "numbers.hpp"

#include <algorithm>
#include <cmath>

#include "decimal.hpp"

namespace backprop {

namespace {

// A number is written out with up to so many zeros between the point and its first digit, and with up to so many digits before
// the point; otherwise with a power of ten.
constexpr int most_zeros_behind_point = 6;
constexpr int most_digits_before_point = 15;

std::string written(Decimal decimal) {
  std::string& text = decimal.digits;
  const int point = decimal.point;
  const auto count = static_cast<int>(text.size());
  if (count == 0) return "0";
  const auto put = [&](int at, int times, char c) {
    text.insert(static_cast<std::size_t>(at), static_cast<std::size_t>(times), c);
  };
  if (point < -most_zeros_behind_point || point > std::max(count, most_digits_before_point)) {
    if (count > 1) put(1, 1, '.');
    const int exponent = point - 1;
    const int size = std::abs(exponent);
    return text + (exponent < 0 ? "e-" : "e+") + (size < 10 ? "0" : "") + std::to_string(size);
  }
  if (point <= 0) {
    put(0, 2 - point, '0');
    text[1] = '.';
  } else if (point < count) {
    put(point, 1, '.');
  } else {
    put(count, point - count, '0');
  }
  return text;
}

// The fewest digits that give the number again, as `reads_back` says of a double.
template <class ReadsBack>
Decimal shortest(double value, ReadsBack&& reads_back) {
  const Decimal exact = decimal_of(value);
  Decimal decimal;
  std::size_t digits = 0;
  do {
    decimal = exact;
    round_to(++digits, decimal);
  } while (!reads_back(std::copysign(nearest_double(written(decimal)), value)));
  return decimal;
}

Decimal shortest(double value) {
  return shortest(value, [&](double read) { return read == value; });
}

// `decimal` gives a finite number's digits.
template <class Digits>
std::string text_of(double value, Digits&& decimal) {
  if (std::isnan(value)) return "not a number";
  const std::string sign = std::signbit(value) ? "-" : "";
  return sign + (std::isinf(value) ? "infinity" : written(decimal()));
}

// Takes the digits that the text begins with off it; whether there are any.
bool take_digits(std::string_view& text) {
  const std::size_t count = std::min(text.find_first_not_of("0123456789"), text.size());
  text.remove_prefix(count);
  return count > 0;
}

// Takes one of two characters off the text; whether it began with one.
bool take(std::string_view& text, char one, char other) {
  if (text.empty() || (text.front() != one && text.front() != other)) return false;
  text.remove_prefix(1);
  return true;
}

}  // namespace

std::string number_text(double value) {
  return text_of(value, [&] { return shortest(value); });
}

std::string number_text(float value) {
  return text_of(value, [&] { return shortest(value, [&](double read) { return static_cast<float>(read) == value; }); });
}

std::string rounded_text(double value) {
  return text_of(value, [&] {
    Decimal decimal = shortest(value);
    round_to(3, decimal);
    return decimal;
  });
}

std::optional<double> parse_number(std::string_view text) {
  constexpr std::size_t longest = 64;
  if (text.size() > longest) return std::nullopt;
  std::string_view rest = text;
  take(rest, '-', '+');
  const bool whole = take_digits(rest);
  const bool fraction = take(rest, '.', '.') && take_digits(rest);
  if (!whole && !fraction) return std::nullopt;
  if (take(rest, 'e', 'E')) {
    take(rest, '-', '+');
    if (!take_digits(rest)) return std::nullopt;
  }
  if (!rest.empty()) return std::nullopt;
  return nearest_double(std::string(text));
}

}  // namespace backprop
