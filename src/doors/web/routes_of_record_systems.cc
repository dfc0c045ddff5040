// SPDX-License-Identifier: Apache-2.0
// The table of contents, its part about other record systems and programs: opened from one, let
// in, and the lists of them.
#include "doors/web/launched.h"
#include "doors/web/programs.h"
#include "doors/web/record_systems.h"
#include "doors/web/routes.h"

namespace alongside::web {
namespace {

using http::Method;
using Row = http::Route<PageHandler>;

constexpr std::string_view reads_there =
    "reads record systems, people, teams; asks the other system";

constexpr Row of_record_systems[] = {
    {Method::get, "/launch", who::anyone, "Opened from another record system.", launch_page, "",
     "reads record systems; asks the other system"},
    {Method::get, "/launch/back", who::anyone, "Back from the other system's sign-in.",
     launch_back_page, "", "writes sessions; asks the other system"},
    {Method::get, "/launched", who::professional, "Whom the other system has open.", launched_page,
     "", reads_there},
    {Method::post, "/launched/keep", who::professional, "Keeps what the other system shows.",
     post_keep_launched, "team",
     "writes resources, people, teams, visits, aims, history; asks the other system"},
    {Method::post, "/launched/send", who::professional, "Sends the plan to the other system.",
     post_send_launched, "", "reads a record; writes history; tells the other system"},
    {Method::post, "/launched/link", who::professional, "Signs in from there from now on.",
     post_link_launched, "password", "writes sign-ins, history"},
    {Method::post, "/launched/end", who::professional, "Closes what was opened from elsewhere.",
     post_end_launched, "", ""},
    {Method::get, "/.well-known/jwks.json", who::anyone, "Keys by which others know us.",
     public_keys, "", ""},
    {Method::get, "/authorize", who::signed_in, "Asks whether to let a program in.", authorize_page,
     "", "reads programs, the people whom the caller serves; writes history"},
    {Method::post, "/authorize", who::signed_in, "Lets a program in, or not.", post_authorize,
     "client_id redirect_uri response_type scope state aud code_challenge code_challenge_method "
     "nonce act person find writes stays",
     "reads programs, the people whom the caller serves; writes keys, history"},
    {Method::get, "/programs", who::signed_in, "Programs that the caller let in.", programs_page,
     "", "reads keys"},
    {Method::post, "/programs/{program}/end", who::signed_in, "Ends what a program may do.",
     post_end_let_in, "", "writes keys, history"},
    {Method::get, "/admin/programs", who::administrator, "Programs that people may let in.",
     known_programs_page, "", "reads programs"},
    {Method::post, "/admin/programs", who::administrator, "Adds a program.", post_known_program,
     "name returns keeps_secret", "writes programs, history"},
    {Method::post, "/admin/programs/{program}/end", who::administrator, "Removes a program.",
     post_end_known_program, "", "writes programs, keys, history"},
    {Method::get, "/admin/systems", who::administrator, "Record systems that may open this one.",
     record_systems_page, "", "reads record systems"},
    {Method::post, "/admin/systems", who::administrator, "Adds a record system.",
     post_record_system, "name address client_id also signs private_network",
     "writes record systems, history"},
    {Method::post, "/admin/systems/{system}/end", who::administrator, "Removes a record system.",
     post_end_record_system, "", "writes record systems, history"},
};

}  // namespace

std::span<const http::Route<PageHandler>> routes_of_record_systems() { return of_record_systems; }

}  // namespace alongside::web
