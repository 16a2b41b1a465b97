#include "core/history.hpp"

#include "catch.hpp"

using namespace backprop;

TEST_CASE("the beginning is recorded whole, later epochs ever more sparsely, a billion within bounds") {
  for (std::uint64_t epoch = 0; epoch <= 256; ++epoch) CHECK(is_recorded(epoch));
  CHECK_FALSE(is_recorded(257));
  CHECK(is_recorded(258));
  CHECK(is_recorded(512));
  CHECK_FALSE(is_recorded(514));
  CHECK(is_recorded(516));
  // From one doubling to the next there are 128 records: 22 doublings lie between 256 and a billion.
  int records = 0;
  for (std::uint64_t epoch = 256 * 1024 + 1; epoch <= 256 * 2048; ++epoch) records += is_recorded(epoch) ? 1 : 0;
  CHECK(records == 128);
}
