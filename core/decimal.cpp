#include "decimal.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

namespace backprop {

namespace {

// A natural number of any size, in digits to the base 2^32 from the lowest on, the highest not zero.
class Natural {
 public:
  explicit Natural(std::uint64_t value) {
    for (; value > 0; value >>= 32) digits_.push_back(static_cast<std::uint32_t>(value));
  }

  bool is_zero() const { return digits_.empty(); }

  // this * factor + added
  void multiply(std::uint32_t factor, std::uint32_t added = 0) {
    std::uint64_t carry = added;
    for (std::uint32_t& digit : digits_) {
      carry += std::uint64_t{digit} * factor;
      digit = static_cast<std::uint32_t>(carry);
      carry >>= 32;
    }
    if (carry > 0) digits_.push_back(static_cast<std::uint32_t>(carry));
  }

  // this / divisor; returns the remainder.
  std::uint32_t divide(std::uint32_t divisor) {
    std::uint64_t rest = 0;
    for (auto digit = digits_.rbegin(); digit != digits_.rend(); ++digit) {
      rest = rest << 32 | *digit;
      *digit = static_cast<std::uint32_t>(rest / divisor);
      rest %= divisor;
    }
    if (!digits_.empty() && digits_.back() == 0) digits_.pop_back();
    return static_cast<std::uint32_t>(rest);
  }

  // this * 2^(32 count)
  void shift(int count) { digits_.insert(digits_.begin(), static_cast<std::size_t>(count), 0); }

  // f(step) with steps that multiply to base^exponent.
  template <class F>
  static void for_power(std::uint32_t base, int exponent, F&& f) {
    while (exponent > 0) {
      std::uint32_t step = 1;
      for (; exponent > 0 && step <= 0xffffffffu / base; --exponent) step *= base;
      f(step);
    }
  }

  int size() const { return static_cast<int>(digits_.size()); }
  std::uint32_t digit(int i) const { return i >= 0 ? digits_[static_cast<std::size_t>(i)] : 0; }

 private:
  std::vector<std::uint32_t> digits_;
};

// m 2^exponent, rounded once; m < 2^62.
double rounded(std::uint64_t m, int exponent) {
  constexpr int lowest = -1074;  // of a double's last bits
  constexpr int bits = 62;
  const int dropped = std::max(bits - std::numeric_limits<double>::digits, lowest - exponent);
  if (dropped > bits) return 0;
  const std::uint64_t half = std::uint64_t{1} << (dropped - 1);
  const std::uint64_t rest = m & (2 * half - 1);
  std::uint64_t kept = m >> dropped;
  if (rest > half || (rest == half && kept % 2 == 1)) ++kept;
  return std::ldexp(static_cast<double>(kept), exponent + dropped);
}

}  // namespace

void strip_zeros(Decimal& decimal) {
  std::string& digits = decimal.digits;
  digits.erase(digits.find_last_not_of('0') + 1);
  const std::size_t zeros = std::min(digits.find_first_not_of('0'), digits.size());
  digits.erase(0, zeros);
  decimal.point = digits.empty() ? 0 : decimal.point - static_cast<int>(zeros);
}

Decimal exact_decimal(double value) {
  int exponent;
  const double fraction = std::frexp(std::fabs(value), &exponent);
  Natural number(static_cast<std::uint64_t>(std::ldexp(fraction, 53)));
  exponent -= 53;
  // m 2^-e = m 5^e 10^-e
  Natural::for_power(exponent < 0 ? 5 : 2, std::abs(exponent), [&](std::uint32_t step) { number.multiply(step); });
  Decimal decimal;
  while (!number.is_zero()) {
    std::uint32_t nine = number.divide(1000000000);
    for (int i = 0; i < 9; ++i, nine /= 10) decimal.digits += static_cast<char>('0' + nine % 10);
  }
  std::reverse(decimal.digits.begin(), decimal.digits.end());
  decimal.point = static_cast<int>(decimal.digits.size()) + std::min(exponent, 0);
  strip_zeros(decimal);
  return decimal;
}

void round_to(std::size_t most, Decimal& decimal) {
  std::string& digits = decimal.digits;
  if (digits.size() <= most) return;
  const bool tie = digits[most] == '5' && digits.size() == most + 1;
  const bool up = digits[most] > '5' || (digits[most] == '5' && (!tie || (digits[most - 1] - '0') % 2 == 1));
  digits.resize(most);
  if (up) {
    const std::size_t last = digits.find_last_not_of('9');
    if (last == std::string::npos) {
      digits = "1";
      ++decimal.point;
      return;
    }
    digits.resize(last + 1);
    ++digits[last];
  }
  strip_zeros(decimal);
}

double nearest_double(const Decimal& decimal) {
  constexpr int beyond_all = 400;
  const auto count = static_cast<int>(decimal.digits.size());
  if (count == 0 || decimal.point < -beyond_all) return 0;
  if (decimal.point > beyond_all) return std::numeric_limits<double>::infinity();
  Natural number(0);
  for (const char c : decimal.digits) number.multiply(10, static_cast<std::uint32_t>(c - '0'));
  // digits 10^tens; where it is divided, by 5^-tens, so many bits are put behind that more than 64 are left
  const int tens = decimal.point - count;
  int exponent = 0;
  bool exact = true;
  if (tens > 0) {
    Natural::for_power(10, tens, [&](std::uint32_t step) { number.multiply(step); });
  } else {
    const int words = 3 + -tens * 3 / 32;
    number.shift(words);
    Natural::for_power(5, -tens, [&](std::uint32_t step) { exact &= number.divide(step) == 0; });
    exponent = tens - 32 * words;
  }
  // The uppermost 64 bits; the last of the 62 that are kept also says whether others follow that are not zero.
  const int zeros = std::countl_zero(number.digit(number.size() - 1));
  number.multiply(std::uint32_t{1} << zeros);
  const int top = number.size() - 1;
  const std::uint64_t upper = std::uint64_t{number.digit(top)} << 32 | number.digit(top - 1);
  exact &= upper % 4 == 0;
  for (int i = 0; i < top - 1; ++i) exact &= number.digit(i) == 0;
  return rounded(upper >> 2 | (exact ? 0 : 1), exponent + 32 * (top - 1) - zeros + 2);
}

}  // namespace backprop
