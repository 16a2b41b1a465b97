#include "decimal.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

// In WebAssembly JavaScript's own conversions do it: C's would be a twelfth of what a first visit loads of the module. They
// differ in numbers half way between two of so many digits alone, which both meet only beyond the digits that are asked for
// here.
#ifdef __EMSCRIPTEN__
#include <emscripten.h>
#ifdef EM_JS_DEPS  // newer compilers want to know
EM_JS_DEPS(decimal, "$stringToUTF8,$UTF8ToString")
#endif
EM_JS(void, write_exponential, (double value, int decimals, char* text, int size),
      { stringToUTF8(value.toExponential(decimals), text, size); })
EM_JS(double, read_number, (const char* text), { return Number(UTF8ToString(text)); })
#else
#include <cstdio>
namespace {
void write_exponential(double value, int decimals, char* text, int size) {
  std::snprintf(text, static_cast<std::size_t>(size), "%.*e", decimals, value);
}
double read_number(const char* text) { return std::strtod(text, nullptr); }
}  // namespace
#endif

namespace backprop {

namespace {

void strip_zeros_at_end(std::string& digits) { digits.erase(digits.find_last_not_of('0') + 1); }

}  // namespace

Decimal decimal_of(double value) {
  constexpr int digits = 40;
  char text[digits + 10];
  write_exponential(std::fabs(value), digits - 1, text, sizeof text);
  const std::string_view all(text);
  const std::size_t e = all.find('e');
  Decimal decimal{std::string(all.substr(0, e)), std::atoi(text + e + 1) + 1};
  std::erase(decimal.digits, '.');
  strip_zeros_at_end(decimal.digits);
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
  strip_zeros_at_end(digits);
}

double nearest_double(const std::string& text) { return read_number(text.c_str()); }

}  // namespace backprop
