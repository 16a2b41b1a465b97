// A closed list of named alternatives: activations, costs, data sets.
//
// Each alternative is a type with a `static constexpr Entry entry` and whatever its kind asks for (a function beside its
// derivative, a generator of points). Adding one means writing that type and naming it in the list of its own file:
// parsing, validation, the catalogue for the page and the dispatch below all follow from the list.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <type_traits>
#include <utility>

namespace backprop {

struct Entry {
  std::string_view name;     // in links, in JavaScript: stable for ever
  std::string_view label;    // for people
  std::string_view formula;  // TeX
};

// Names, in text form, of settings that an alternative uses.
template <std::size_t count>
using Fields = std::array<std::string_view, count>;

template <class... Types>
class Choice {
 public:
  static constexpr int count = sizeof...(Types);
  static constexpr std::array<Entry, sizeof...(Types)> entries{Types::entry...};

  constexpr Choice() = default;

  template <class Type>
  static constexpr Choice of() {
    static_assert((std::is_same_v<Type, Types> || ...), "not in this list");
    Choice choice;
    bool found = false;
    ((found = found || std::is_same_v<Type, Types>, choice.index_ += found ? 0 : 1), ...);
    return choice;
  }

  static constexpr Choice at(int index) {
    Choice choice;
    choice.index_ = index;
    return choice;
  }

  static constexpr std::optional<Choice> parse(std::string_view name) {
    for (int i = 0; i < count; ++i)
      if (entries[i].name == name) return at(i);
    return std::nullopt;
  }

  constexpr int index() const { return index_; }
  constexpr std::string_view name() const { return entries[index_].name; }
  constexpr std::string_view label() const { return entries[index_].label; }
  constexpr bool operator==(const Choice&) const = default;

  // Calls f with a value of the chosen type. f returns the same type for every alternative.
  template <class F>
  constexpr decltype(auto) visit(F&& f) const {
    return visit_from<0, Types...>(std::forward<F>(f));
  }

 private:
  template <int i, class First, class... Rest, class F>
  constexpr decltype(auto) visit_from(F&& f) const {
    if constexpr (sizeof...(Rest) == 0) {
      return f(First{});
    } else {
      if (index_ == i) return f(First{});
      return visit_from<i + 1, Rest...>(std::forward<F>(f));
    }
  }

  int index_ = 0;
};

}  // namespace backprop
