#include "experiment_text.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <span>

#include "numbers.hpp"
#include "out_of_line.hpp"

namespace backprop {

namespace {

constexpr std::size_t longest_text = 1 << 20;  // room for 10,000 own points of the longest numbers
constexpr std::size_t most_problems = 8;

// ---- writing

// Kept out of line: there are many fields and few kinds.
BACKPROP_OUT_OF_LINE std::string value_text(double value) { return number_text(value + 0.0); }  // no "-0": reading makes it 0
BACKPROP_OUT_OF_LINE std::string value_text(int value) { return std::to_string(value); }
BACKPROP_OUT_OF_LINE std::string value_text(std::uint32_t value) { return std::to_string(value); }
BACKPROP_OUT_OF_LINE std::string value_text(bool value) { return value ? "true" : "false"; }
template <class... Types>
BACKPROP_OUT_OF_LINE std::string value_text(const Choice<Types...>& choice) {
  return std::string(choice.name());
}
template <class Value>
BACKPROP_OUT_OF_LINE std::string value_text(const std::vector<Value>& list) {
  std::string text;
  for (const Value& value : list) {
    if (!text.empty()) text += ',';
    text += value_text(value);
  }
  return text;
}
BACKPROP_OUT_OF_LINE std::string value_text(const std::vector<Point>& points) {
  std::string text;
  for (const Point& p : points) {
    if (!text.empty()) text += ';';
    text.append(number_text(p.x + 0.0f))
        .append(",")
        .append(number_text(p.y + 0.0f))
        .append(",")
        .append(number_text(p.label + 0.0f));
  }
  return text;
}

using Texts = std::vector<std::pair<std::string_view, std::string>>;

Texts texts_of(const Experiment& experiment) {
  Texts texts;
  visit_fields(experiment, [&](const Field& field, const auto& value) { texts.emplace_back(field.name, value_text(value)); });
  return texts;
}

// What the settings would be if only those were named that bring others along.
Experiment implied_by(const Experiment& experiment) {
  Experiment implied;
  implied.data = experiment.data;
  implied.own = experiment.own;
  implied.schedule = experiment.schedule;
  Named named;
  for (const std::string_view leader : {"data", "own", "schedule"}) named.add(leader);
  const Experiment defaults;
  follow(implied, defaults, named);
  // Classes that are not the data's usual number are named as well, and bring along their own output and cost.
  if (const int usual = implied.classes; experiment.classes != usual) {
    named.add("classes");
    implied.classes = experiment.classes;
    implied.output = defaults.output;
    implied.cost = defaults.cost;
    follow(implied, defaults, named);
    implied.classes = usual;
  }
  implied.data = defaults.data;
  implied.own = defaults.own;
  implied.schedule = defaults.schedule;
  return implied;
}

// ---- reading

int hex(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::string decode(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size() && hex(text[i + 1]) >= 0 && hex(text[i + 2]) >= 0) {
      out += static_cast<char>(hex(text[i + 1]) * 16 + hex(text[i + 2]));
      i += 2;
    } else {
      out += text[i];
    }
  }
  return out;
}

std::vector<std::string_view> cut(std::string_view text, char at) {
  std::vector<std::string_view> pieces;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(at), text.size());
    pieces.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return pieces;
}

// Text from outside, for a sentence: what is not printable ASCII becomes a question mark, what is long is cut.
std::string quoted(std::string_view text) {
  constexpr std::size_t longest = 24;
  std::string out = "\"";
  for (const char c : text.substr(0, longest)) out += c >= ' ' && c <= '~' ? c : '?';
  return out + (text.size() > longest ? "...\"" : "\"");
}

// A setting's own text, for a sentence.
std::string shortened(const std::string& text) {
  constexpr std::size_t longest = 80;
  return text.size() > longest ? text.substr(0, longest) + "..." : text;
}

// Reads one value of a field's kind. Each overload returns the reason why it could not, or an empty string. None is put in
// line: there are many fields and few kinds.
class ValueReader {
 public:
  ValueReader(const Field& field, std::string_view text) : field_(field), text_(text) {}

  BACKPROP_OUT_OF_LINE std::string operator()(double& value) const {
    const std::optional<double> number = parse_number(text_);
    if (!number) return "is not a number; it must be " + range();
    value = *number + 0.0;  // minus zero becomes zero: one experiment has one text
    return {};
  }

  // Whole numbers beyond int are kept at int's ends: the limits then say what is allowed.
  BACKPROP_OUT_OF_LINE std::string operator()(int& value) const {
    const std::optional<double> number = parse_number(text_);
    if (!number || std::floor(*number) != *number) return "is not a whole number; it must be " + range();
    value = static_cast<int>(std::clamp(*number, -2147483648.0, 2147483647.0));
    return {};
  }

  BACKPROP_OUT_OF_LINE std::string operator()(bool& value) const {
    if (text_ != "true" && text_ != "false") return "is not known; it must be true or false";
    value = text_ == "true";
    return {};
  }

  BACKPROP_OUT_OF_LINE std::string operator()(std::uint32_t& value) const {
    const std::optional<double> number = parse_number(text_);
    if (!number || std::floor(*number) != *number || *number < field_.low || *number > field_.high)
      return "is not a seed; it must be a whole number " + range();
    value = static_cast<std::uint32_t>(*number);
    return {};
  }

  template <class... Types>
  BACKPROP_OUT_OF_LINE std::string operator()(Choice<Types...>& value) const {
    const auto choice = Choice<Types...>::parse(text_);
    if (!choice) return not_one_of(Choice<Types...>::entries);
    value = *choice;
    return {};
  }

  template <class Value>
  BACKPROP_OUT_OF_LINE std::string operator()(std::vector<Value>& list) const {
    std::vector<Value> values;
    for (const std::string_view piece : cut(text_, ',')) {
      Value value{};
      const std::string reason = ValueReader(field_, piece)(value);
      if (!reason.empty()) return "has " + quoted(piece) + ", which " + reason;
      values.push_back(value);
    }
    list = values;
    return {};
  }

  BACKPROP_OUT_OF_LINE std::string operator()(std::vector<Point>& points) const {
    std::vector<Point> values;
    for (const std::string_view piece : cut(text_, ';')) {
      float numbers[3];
      const std::vector<std::string_view> parts = cut(piece, ',');
      bool right = parts.size() == 3;
      for (std::size_t i = 0; right && i < 3; ++i) {
        const std::optional<double> number = parse_number(parts[i]);
        right = number.has_value();
        if (right) numbers[i] = static_cast<float>(*number) + 0.0f;
      }
      if (!right)
        return "has " + quoted(piece) + " as point " + std::to_string(values.size() + 1) +
               "; a point is three numbers, x,y,class or x,y,value, and points are joined by semicolons";
      values.push_back({numbers[0], numbers[1], numbers[2]});
    }
    points = values;
    return {};
  }

 private:
  static std::string not_one_of(std::span<const Entry> entries) {
    std::string reason = "is not known; it must be one of";
    for (const Entry& entry : entries) reason += (&entry == entries.data() ? " " : ", ") + std::string(entry.name);
    return reason;
  }

  std::string range() const { return range_text(field_); }

  Field field_;
  std::string_view text_;
};

// A field with the ways to read and write its kind: one small thing for each of the many fields, whatever their kinds.
struct Access {
  Field field;
  void* target = nullptr;
  std::string (*read)(const Field& field, std::string_view text, void* target) = nullptr;
  std::string (*write)(const void* target) = nullptr;
};
template <class Value>
Access access(const Field& field, Value& target) {
  return {field, &target,
          [](const Field& f, std::string_view text, void* to) { return ValueReader(f, text)(*static_cast<Value*>(to)); },
          [](const void* from) { return value_text(*static_cast<const Value*>(from)); }};
}

// The sentences about what is wrong are made out of line: who makes no mistake need not load them.
BACKPROP_OUT_OF_LINE Problem unknown(const std::string& name) {
  return {name, quoted(name) + " is not a setting; it was left out."};
}
BACKPROP_OUT_OF_LINE Problem without_value(std::string_view piece) {
  return {"link", quoted(decode(piece)) + " is not of the form name=value; it was left out."};
}
BACKPROP_OUT_OF_LINE Problem refusal(const std::string& name, const std::string& value, const std::string& reason,
                                     const std::string& kept) {
  return {name, name + " " + quoted(value) + " " + reason + "; " + (kept.empty() ? "none" : shortened(kept)) + " is used."};
}

// The text as far as it is read.
BACKPROP_OUT_OF_LINE std::string_view cut_off(std::string_view text, std::vector<Problem>& problems) {
  problems.push_back({"link", "The link has " + std::to_string(text.size()) + " characters; only the first " +
                                  std::to_string(longest_text) + " were read."});
  // The piece that the end cuts through is left out as well: half a number is another number.
  text = text.substr(0, longest_text);
  const std::size_t last = text.rfind('&');
  return text.substr(0, last == std::string_view::npos ? 0 : last);
}

// The field of that name; none has no target.
Access find(Experiment& experiment, const std::string& name) {
  Access found;
  visit_fields(experiment, [&](const Field& field, auto& target) {
    if (field.name == name) found = access(field, target);
  });
  return found;
}

// Calls f(name, value, piece) for each piece of a link; of one that is not of the form name=value with neither.
template <class F>
void for_each_piece(std::string_view text, F&& f) {
  for (const std::string_view piece : cut(text, '&')) {
    if (piece.empty()) continue;
    const std::size_t equals = piece.find('=');
    const bool whole = equals != std::string_view::npos;
    f(whole ? decode(piece.substr(0, equals)) : "", whole ? decode(piece.substr(equals + 1)) : "", piece);
  }
}

// What is wrong with a text that made this experiment: what is used in place of a refused value may have followed from others.
BACKPROP_OUT_OF_LINE void explain(std::string_view text, Experiment& made, std::vector<Problem>& problems) {
  Experiment scratch;
  for_each_piece(text, [&](const std::string& name, const std::string& value, std::string_view piece) {
    const Access to = find(scratch, name);
    if (piece.find('=') == std::string_view::npos) problems.push_back(without_value(piece));
    else if (to.target == nullptr) problems.push_back(unknown(name));
    else if (const std::string reason = to.read(to.field, value, to.target); !reason.empty()) {
      const Access used = find(made, name);
      problems.push_back(refusal(name, value, reason, used.write(used.target)));
    }
  });
}

BACKPROP_OUT_OF_LINE void shorten(std::vector<Problem>& problems) {
  const std::size_t rest = problems.size() - (most_problems - 1);
  problems.resize(most_problems - 1);
  problems.push_back({"link", "And " + std::to_string(rest) + " more settings were changed or left out."});
}

std::string write(const Experiment& experiment, bool with_own) {
  const Texts given = texts_of(experiment);
  const Texts implied = texts_of(implied_by(experiment));
  std::string text;
  for (std::size_t i = 0; i < given.size(); ++i) {
    const auto& [name, value] = given[i];
    if (value == implied[i].second || (name == "own" && !with_own)) continue;
    if (!text.empty()) text += '&';
    text.append(name).append("=").append(value);
  }
  return text;
}

}  // namespace

std::string write(const Experiment& experiment) { return write(experiment, is_own(experiment.data)); }
std::string write_whole(const Experiment& experiment) { return write(experiment, true); }

Reading read(std::string_view text, const Experiment& base) {
  Reading reading{base, {}};
  if (text.size() > longest_text) text = cut_off(text, reading.problems);
  Experiment& experiment = reading.experiment;
  Named named;
  bool wrong = false;
  for_each_piece(text, [&](const std::string& name, const std::string& value, std::string_view) {
    const Access to = find(experiment, name);
    if (to.target != nullptr && to.read(to.field, value, to.target).empty()) named.add(name);
    else wrong = true;
  });
  follow(experiment, base, named);
  const std::vector<Problem> repaired = repair(experiment, named);
  if (wrong) explain(text, experiment, reading.problems);
  reading.problems.insert(reading.problems.end(), repaired.begin(), repaired.end());
  if (reading.problems.size() > most_problems) shorten(reading.problems);
  return reading;
}

}  // namespace backprop
