// The text form of an experiment: `name=value` pairs joined by `&`, lists joined by commas.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "experiment.hpp"

namespace backprop {

// The fields that are not as they are by default, or as others bring them along (see follow), in a fixed order: an experiment
// without any is the empty text. write(read(text)) is the same text for every text that write made.
std::string write(const Experiment& experiment);
// The same with own points even where other data are chosen, which a link leaves out: read gives the experiment back whole.
std::string write_whole(const Experiment& experiment);

struct Reading {
  Experiment experiment;          // always one that can be run
  std::vector<Problem> problems;  // what was left out or had to be changed; at most 8, the last counts the rest
};

// Reads settings on top of `base`: what the text does not name stays. Accepts any bytes: percent escapes are decoded, unknown
// names, unreadable values and everything beyond 1,048,576 characters are reported and left out, numbers outside their limits
// are brought to the nearest allowed value and reported.
Reading read(std::string_view text, const Experiment& base = {});

}  // namespace backprop
