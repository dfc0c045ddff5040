// SPDX-License-Identifier: Apache-2.0
// The only file that sees simdjson.
#include "foundation/base/json_value.h"

#include <simdjson.h>

#include <charconv>

namespace alongside {
namespace {

namespace ondemand = simdjson::ondemand;

struct Broken {
  JsonFault fault;
};

void check(simdjson::error_code error) {
  if (error != simdjson::SUCCESS) throw Broken{JsonFault::cut_off};
}

class TreeMaker {
 public:
  explicit TreeMaker(int depth_max) : depth_max_(depth_max) {}

  template <class Value>
  JsonValue of(Value& value, int depth) const {
    if (depth > depth_max_) throw Broken{JsonFault::too_deep};
    JsonValue made;
    ondemand::json_type type{};
    check(value.type().get(type));
    switch (type) {
      case ondemand::json_type::object:
        made.kind = JsonValue::Kind::object;
        take_members(value, made, depth);
        break;
      case ondemand::json_type::array:
        made.kind = JsonValue::Kind::array;
        take_items(value, made, depth);
        break;
      case ondemand::json_type::string: {
        made.kind = JsonValue::Kind::text;
        std::string_view text;
        check(value.get_string().get(text));
        made.text = text;
        break;
      }
      default:
        take_token(value, type, made);
    }
    return made;
  }

 private:
  template <class Value>
  void take_members(Value& value, JsonValue& made, int depth) const {
    ondemand::object object;
    check(value.get_object().get(object));
    for (auto member : object) {
      std::string_view key;
      check(member.unescaped_key().get(key));
      std::string name(key);
      ondemand::value inner;
      check(member.value().get(inner));
      made.members.push_back({std::move(name), of(inner, depth + 1)});
    }
  }

  template <class Value>
  void take_items(Value& value, JsonValue& made, int depth) const {
    ondemand::array array;
    check(value.get_array().get(array));
    for (auto item : array) {
      ondemand::value inner;
      check(item.get(inner));
      made.items.push_back(of(inner, depth + 1));
    }
  }

  template <class Value>
  static void take_token(Value& value, ondemand::json_type type, JsonValue& made) {
    std::string_view token;
    check(simdjson::simdjson_result<std::string_view>(value.raw_json_token()).get(token));
    while (!token.empty() && static_cast<unsigned char>(token.back()) <= ' ')
      token.remove_suffix(1);
    made.text = token;
    if (type == ondemand::json_type::number) {
      made.kind = JsonValue::Kind::number;
      double number = 0;
      check(value.get_double().get(number));
    } else if (type == ondemand::json_type::boolean) {
      made.kind = JsonValue::Kind::boolean;
      bool flag = false;
      check(value.get_bool().get(flag));
    } else if (token != "null") {
      throw Broken{JsonFault::cut_off};
    }
  }

  int depth_max_;
};

}  // namespace

const JsonValue* JsonValue::member(std::string_view name) const {
  for (const auto& [key, value] : members)
    if (key == name) return &value;
  return nullptr;
}

const JsonValue* JsonValue::at(std::string_view pointer) const {
  const JsonValue* here = this;
  while (here != nullptr && !pointer.empty()) {
    pointer.remove_prefix(1);
    const std::size_t slash = pointer.find('/');
    const std::string_view step = pointer.substr(0, slash);
    pointer = slash == std::string_view::npos ? std::string_view() : pointer.substr(slash);
    if (here->kind == Kind::array) {
      std::size_t index = 0;
      const auto [end, error] = std::from_chars(step.data(), step.data() + step.size(), index);
      const bool there =
          error == std::errc() && end == step.data() + step.size() && index < here->items.size();
      here = there ? &here->items[index] : nullptr;
    } else {
      here = here->member(step);
    }
  }
  return here;
}

std::optional<double> JsonValue::number() const {
  if (kind != Kind::number) return std::nullopt;
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

class JsonReader::Inside {
 public:
  std::variant<JsonValue, JsonFault> read(std::string_view text, int depth_max) {
    padded_ = simdjson::padded_string(text);
    ondemand::document document;
    if (parser_.iterate(padded_).get(document) != simdjson::SUCCESS) return JsonFault::not_json;
    try {
      JsonValue made = root_of(document, TreeMaker(depth_max));
      // Past the end there is no location; before it something else follows.
      if (document.current_location().error() == simdjson::SUCCESS) return JsonFault::not_json;
      return made;
    } catch (const Broken& broken) {
      return broken.fault;
    }
  }

 private:
  static JsonValue root_of(ondemand::document& document, const TreeMaker& maker) {
    bool scalar = false;
    if (document.is_scalar().get(scalar) != simdjson::SUCCESS) throw Broken{JsonFault::not_json};
    if (scalar) return maker.of(document, 1);
    ondemand::value root;
    check(document.get_value().get(root));
    return maker.of(root, 1);
  }

  simdjson::padded_string padded_;
  ondemand::parser parser_;
};

JsonReader::JsonReader() : inside_(std::make_unique<Inside>()) {}
JsonReader::~JsonReader() = default;
std::variant<JsonValue, JsonFault> JsonReader::read(std::string_view text, int depth_max) {
  return inside_->read(text, depth_max);
}

}  // namespace alongside
