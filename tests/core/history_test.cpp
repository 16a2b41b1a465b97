#include "core/history.hpp"

#include "catch.hpp"

using namespace backprop;

TEST_CASE("the beginning is recorded whole, later epochs ever more sparsely, a billion within bounds") {
  for (std::uint64_t epoch = 0; epoch <= 512; ++epoch) CHECK(is_recorded(epoch));
  CHECK_FALSE(is_recorded(513));
  CHECK(is_recorded(514));
  CHECK(is_recorded(1024));
  CHECK_FALSE(is_recorded(1026));
  CHECK(is_recorded(1028));
  // From one doubling to the next there are 256 records: 21 doublings lie between 512 and a billion.
  int records = 0;
  for (std::uint64_t epoch = 512 * 1024 + 1; epoch <= 512 * 2048; ++epoch) records += is_recorded(epoch) ? 1 : 0;
  CHECK(records == 256);
}
