#include "core/numbers.hpp"

#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <limits>

#include "catch.hpp"
#include "core/random.hpp"

using namespace backprop;

namespace {

std::uint64_t bits_of(double value) {
  std::uint64_t bits;
  std::memcpy(&bits, &value, sizeof bits);
  return bits;
}
double of_bits(std::uint64_t bits) {
  double value;
  std::memcpy(&value, &bits, sizeof value);
  return value;
}
std::uint64_t any_bits(Random& random) { return std::uint64_t{random.bits()} << 32 | random.bits(); }

// What the C library reads and writes.
std::string printed(const char* format, int digits, double value) {
  char text[800];
  std::snprintf(text, sizeof text, format, digits, value);
  return text;
}
bool reads_as_c(const std::string& text) {
  const std::optional<double> read = parse_number(text);
  return read && bits_of(*read) == bits_of(std::strtod(text.c_str(), nullptr));
}

// The fewest digits of printf that read back, and not one digit more.
std::size_t fewest_digits(double value) {
  int digits = 1;
  while (std::strtod(printed("%.*e", digits - 1, value).c_str(), nullptr) != value) ++digits;
  return static_cast<std::size_t>(digits);
}
std::size_t digits_in(const std::string& text) {
  std::string digits;
  for (const char c : text.substr(0, text.find('e')))
    if (c != '.' && c != '-') digits += c;
  digits.erase(0, digits.find_first_not_of('0'));
  return digits.find_last_not_of('0') + 1;
}

}  // namespace

TEST_CASE("numbers are written as people write them") {
  CHECK(number_text(0.0) == "0");
  CHECK(number_text(-0.0) == "-0");
  CHECK(number_text(0.03) == "0.03");
  CHECK(number_text(-2.5) == "-2.5");
  CHECK(number_text(1000000.0) == "1000000");
  CHECK(number_text(4294967295.0) == "4294967295");
  CHECK(number_text(999999999999999.0) == "999999999999999");
  CHECK(number_text(1e15) == "1e+15");
  CHECK(number_text(1234567890123456.0) == "1234567890123456");
  // Half way between two of so many digits: to the even one.
  CHECK(number_text(1125899906842624.25) == "1125899906842624.2");
  CHECK(number_text(2097152.25f) == "2097152.2");
  CHECK(rounded_text(1.125) == "1.12");
  CHECK(rounded_text(1.135) == "1.14");
  CHECK(number_text(1.5e300) == "1.5e+300");
  CHECK(number_text(0.00001) == "0.00001");
  CHECK(number_text(0.0000001) == "0.0000001");
  CHECK(number_text(1.25e-8) == "1.25e-08");
  CHECK(number_text(5e-324) == "5e-324");
  CHECK(number_text(0.1f) == "0.1");
  CHECK(number_text(0.0001f) == "0.0001");
  CHECK(number_text(16777216.0f) == "16777216");
  CHECK(number_text(std::numeric_limits<double>::infinity()) == "infinity");
  CHECK(number_text(-std::numeric_limits<double>::infinity()) == "-infinity");
  CHECK(number_text(std::numeric_limits<double>::quiet_NaN()) == "not a number");
  CHECK(rounded_text(0.123456) == "0.123");
  CHECK(rounded_text(0.99951) == "1");
  CHECK(rounded_text(123456.0) == "123000");
  CHECK(rounded_text(0.0) == "0");
}

TEST_CASE("every number is read back from the fewest digits that are enough") {
  Random random(1, Stream::points);
  for (int i = 0; i < 20000; ++i) {
    const double value = of_bits(any_bits(random));
    if (!std::isfinite(value)) continue;
    const std::string text = number_text(value);
    INFO(text);
    REQUIRE(bits_of(*parse_number(text)) == bits_of(value));
    REQUIRE(digits_in(text) == fewest_digits(value));

    float single;
    const std::uint32_t word = random.bits();
    std::memcpy(&single, &word, sizeof single);
    if (std::isfinite(single)) REQUIRE(static_cast<float>(*parse_number(number_text(single))) == single);
  }
}

TEST_CASE("numbers are read as the C library reads them, ties and the smallest included") {
  Random random(2, Stream::points);
  for (int i = 0; i < 20000; ++i) {
    const double value = of_bits(any_bits(random));
    if (!std::isfinite(value)) continue;
    const int digits = static_cast<int>(random.below(54));
    REQUIRE(reads_as_c(printed("%.*e", digits, value)));
    const int power = static_cast<int>(random.below(40)) - 20;
    REQUIRE(reads_as_c(std::to_string(random.bits()) + "." + std::to_string(random.bits()) + "e" + std::to_string(power)));
  }
  // Half way between two doubles, exactly and nearly.
  for (const char* text : {"9007199254740993",
                           "9007199254740995",
                           "9007199254740993.0000000000000000000000000000001",
                           "9007199254740992.9999999999999999999999999999999",
                           "2.4703282292062327e-324",
                           "2.4703282292062328e-324",
                           "2.2250738585072011e-308",
                           "4.9406564584124654e-324",
                           "1e-400",
                           "1.7976931348623157e308",
                           "1.7976931348623158e308",
                           "1.7976931348623159e308",
                           "1e309",
                           "1e99999999999",
                           "1e-99999999999",
                           "0e99",
                           "-0",
                           "+.5",
                           "5.",
                           "007",
                           "1E3",
                           "0.0000000000000000000000000000001e31"})
    CHECK(reads_as_c(text));
  for (const char* text : {"", "-", ".", "1e", "1e+", "e5", "--1", "1 ", " 1", "1.2.3", "0x10", "inf", "nan", "1,5",
                           "00000000000000000000000000000000000000000000000000000000000000001"})
    CHECK_FALSE(parse_number(text));
}
