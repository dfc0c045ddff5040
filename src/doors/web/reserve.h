// SPDX-License-Identifier: Apache-2.0
// Times that a professional keeps free for whoever waits.
#pragma once

#include "doors/web/asking.h"
#include "doors/web/html.h"
#include "service/my_people.h"
#include "service/read_record.h"

namespace alongside::web {

/// On the list of people: the times, for whom they are, and the way to one more.
Html reserved_times_part(const Asking& asking, const service::PeopleView& view);
/// On a person's page: one of the free times for them; nothing when there is none.
Html give_time_part(const FormState& state, const service::RecordView& view);

http::Response new_time_page(const Asking& asking);
http::Response post_new_time(const Asking& asking);
http::Response post_drop_time(const Asking& asking);

}  // namespace alongside::web
