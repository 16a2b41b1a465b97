// What a first visit to the page does not call is kept in functions of its own: the module is cut in two at functions (see
// bindings/split.mjs), and what is inlined comes along with its caller. For lambdas too, behind their parameters.
#pragma once

#define BACKPROP_OUT_OF_LINE __attribute__((noinline))
