#include "numbers.hpp"

#include <algorithm>
#include <cmath>

#include "decimal.hpp"

namespace backprop {

namespace {

// Up to these many zeros before the first digit or behind the last one a number is written out, beyond with a power of ten.
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

// `reads_back` says whether a number is exact enough.
template <class ReadsBack>
std::string shortest_text(double value, ReadsBack&& reads_back) {
  if (std::isnan(value)) return "not a number";
  const std::string sign = std::signbit(value) ? "-" : "";
  if (std::isinf(value)) return sign + "infinity";
  Decimal shortest = exact_decimal(value);
  const bool whole = shortest.point >= static_cast<int>(shortest.digits.size()) && shortest.point <= most_digits_before_point;
  if (!whole) {
    const Decimal exact = shortest;
    std::size_t digits = 0;
    do {
      shortest = exact;
      round_to(++digits, shortest);
    } while (!reads_back(std::copysign(nearest_double(shortest), value)));
  }
  return sign + written(std::move(shortest));
}

// The digits that the text begins with are taken off it,
std::string_view take_digits(std::string_view& text) {
  const std::string_view digits = text.substr(0, text.find_first_not_of("0123456789"));
  text.remove_prefix(digits.size());
  return digits;
}

// and so is one of two characters; returns which, or 0.
char take(std::string_view& text, char one, char other) {
  if (text.empty() || (text.front() != one && text.front() != other)) return 0;
  const char taken = text.front();
  text.remove_prefix(1);
  return taken;
}

}  // namespace

std::string number_text(double value) {
  return shortest_text(value, [&](double read) { return read == value; });
}

std::string number_text(float value) {
  return shortest_text(value, [&](double read) { return static_cast<float>(read) == value; });
}

std::string rounded_text(double value) {
  if (!std::isfinite(value)) return number_text(value);
  Decimal rounded = exact_decimal(value);
  round_to(3, rounded);
  return number_text(std::copysign(nearest_double(rounded), value));
}

std::optional<double> parse_number(std::string_view text) {
  constexpr std::size_t longest = 64;
  if (text.size() > longest) return std::nullopt;
  const bool negative = take(text, '-', '+') == '-';
  const std::string_view before_point = take_digits(text);
  const std::string_view behind_point = take(text, '.', '.') ? take_digits(text) : std::string_view();
  if (before_point.empty() && behind_point.empty()) return std::nullopt;
  int power = 0;
  if (take(text, 'e', 'E')) {
    const bool down = take(text, '-', '+') == '-';
    const std::string_view digits = take_digits(text);
    if (digits.empty()) return std::nullopt;
    constexpr int beyond_all = 10000;
    for (const char c : digits) power = std::min(10 * power + (c - '0'), beyond_all);
    if (down) power = -power;
  }
  if (!text.empty()) return std::nullopt;
  Decimal decimal{std::string(before_point).append(behind_point), static_cast<int>(before_point.size()) + power};
  strip_zeros(decimal);
  const double size = nearest_double(decimal);
  return negative ? -size : size;
}

}  // namespace backprop
