// SPDX-License-Identifier: Apache-2.0
// What all drawings of numbers share: the box, its axis, marks by shape and colour, labels at the
// ends of lines.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "foundation/drawing/scale.h"
#include "foundation/drawing/svg.h"

namespace alongside::drawing {

/// ring: usual; diamond: better, or merely different; square: worse; cross: left out, in grey.
enum class Shape { none, ring, diamond, square, cross };

/// Text stays readable on a phone and on a desk.
enum class Width { narrow, wide };
inline constexpr double wide_width = 640;
inline constexpr double wide_height = 352;

/// Time runs the way the language is read; the axis stands where its lines begin.
enum class Reading { left_to_right, right_to_left };

/// What stands beside an axis: values and their words, from low to high.
struct Axis {
  double low = 0;
  double high = 1;
  std::vector<std::pair<double, std::string>> ticks;
};
/// Shares from 0 to 1, written out of 100.
Axis out_of_100(int step);
/// Round steps over what lies between, each written with the decimals its step needs; zero belongs
/// to the picture when the numbers come near it. low > high: out_of_100.
Axis axis_between(double low, double high);

inline constexpr double letter_width = 8.6;  ///< of the widest letters of numbers and dates

/// The plot's box and what is drawn in it. Where a language is read from the right, `left` is the
/// greater: the lines run from it to `right` in any case.
struct Frame {
  double left;
  double right;
  double top;
  double bottom;
  double dot;

  double way() const { return left < right ? 1 : -1; }
};
/// Room for the words of the axis, then turned round where the language is.
Frame frame_for(Width width, const Axis& axis, Reading reading);

/// The lines of the axis from side to side, its words at their beginnings.
void draw_axis(Svg& svg, const Frame& frame, const Axis& axis, const Scale& y);

struct PlacedMark {
  double x, y;
  Shape shape;
};
void draw_marks(Svg& svg, const Frame& frame, const std::vector<PlacedMark>& marks);

struct EndLabel {
  double at;
  std::string words;
  Svg::Weight weight;
};
/// Beyond the right end, moved apart so that none covers another; empty words are left out.
void label_ends(Svg& svg, const Frame& frame, std::vector<EndLabel> ends);

}  // namespace alongside::drawing
