#include "core/history.hpp"

#include "catch.hpp"

using namespace backprop;

TEST_CASE("the beginning is recorded whole, later epochs ever more sparsely, a billion within bounds") {
  for (std::uint64_t epoch = 0; epoch <= 64; ++epoch) CHECK(is_recorded(epoch));
  CHECK_FALSE(is_recorded(65));
  CHECK(is_recorded(66));
  CHECK(is_recorded(128));
  CHECK_FALSE(is_recorded(130));
  CHECK(is_recorded(132));
  // From one doubling to the next there are 32 records: 24 doublings lie between 64 and a billion.
  int records = 0;
  for (std::uint64_t epoch = 128 * 1024 + 1; epoch <= 128 * 2048; ++epoch) records += is_recorded(epoch) ? 1 : 0;
  CHECK(records == 32);
}
