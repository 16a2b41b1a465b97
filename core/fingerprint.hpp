// A short name for a vector of parameters: equal fingerprints, equal bits.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>

#include "network.hpp"

namespace backprop {

// 64-bit FNV-1a over the bytes of the floats in memory order, as 16 hexadecimal digits.
inline std::string fingerprint(const Flat<float>& parameters) {
  std::uint64_t hash = 0xcbf29ce484222325u;
  for (const float parameter : parameters) {
    std::uint8_t bytes[sizeof parameter];
    std::memcpy(bytes, &parameter, sizeof parameter);
    for (const std::uint8_t byte : bytes) hash = (hash ^ byte) * 0x100000001b3u;
  }
  std::string text(16, '0');
  for (int digit = 15; digit >= 0; --digit, hash >>= 4) text[digit] = "0123456789abcdef"[hash & 15];
  return text;
}

}  // namespace backprop
