//! The stories themselves: each opens the page and walks through it as a person would.

mod access;
mod access_shapes;
mod annotators;
mod attributes;
mod arcs;
mod backup;
mod beside;
mod cards;
mod compare;
mod desk_keys;
mod desk_presets;
mod desk_search;
mod desk_tagset;
mod documents;
mod entities;
mod events;
mod example;
mod exchange;
mod figures;
mod foreign;
mod formats;
mod fragments;
mod handed;
mod hands;
mod history;
mod hostile;
mod keeping;
mod keyboard;
mod kinds;
mod letters;
mod limits;
mod many;
mod measured;
mod offline;
mod outside;
mod places;
mod proof;
mod quiet;
mod relations;
mod settle;
mod rest;
mod single;
mod slow_search;
mod suggest;
mod tabs;
mod tagging;
mod tagset_files;
mod touch;
mod touch_documents;
mod units;
mod whole_keys;
mod whole_touch;

use crate::harness::lane::Story;

/// A story and where it is told.
#[derive(Clone, Copy)]
pub struct Tale {
    /// Its name in the report.
    pub name: &'static str,
    /// Whether it needs what only Chromium's driver can do.
    pub chromium_only: bool,
    /// What happens.
    pub story: Story,
}

const fn everywhere(name: &'static str, story: Story) -> Tale {
    Tale { name, chromium_only: false, story }
}

const fn in_chromium(name: &'static str, story: Story) -> Tale {
    Tale { name, chromium_only: true, story }
}

/// All stories, the long ones first, so that no engine is left waiting at the end.
pub const TALES: &[Tale] = &[
    everywhere("two_windows_at_work_at_once_end_equal", tabs::two_windows_at_work_at_once_end_equal),
    everywhere("what_one_window_does_is_seen_in_the_other", tabs::what_one_window_does_is_seen_in_the_other),
    everywhere("undo_in_one_window_leaves_what_the_other_did", tabs::undo_in_one_window_leaves_what_the_other_did),
    everywhere("outside_script_tags_ten_spans", outside::outside_script_tags_ten_spans),
    in_chromium("rules_find_nothing", access::rules_find_nothing),
    everywhere("figures_are_drawn_with_their_tables", figures::figures_are_drawn_with_their_tables),
    everywhere("figures_are_downloaded_and_reported", figures::figures_are_downloaded_and_reported),
    in_chromium("figures_on_a_phone", figures::figures_on_a_phone),
    in_chromium("reports_are_compared_on_a_phone", compare::reports_are_compared_on_a_phone),
    everywhere("three_files_become_a_gold_document_by_keys", settle::three_files_become_a_gold_document_by_keys),
    in_chromium("three_files_become_a_gold_document_by_mouse", settle::three_files_become_a_gold_document_by_mouse),
    in_chromium("differences_are_settled_on_a_phone", settle::differences_are_settled_on_a_phone),
    in_chromium("rules_find_nothing_on_a_phone", access::rules_find_nothing_on_a_phone),
    everywhere("undo_and_redo_by_keys_and_after_reload", history::undo_and_redo_by_keys_and_after_reload),
    everywhere("download_equals_what_is_shown", exchange::download_equals_what_is_shown),
    everywhere("event_with_three_roles", events::event_with_three_roles),
    everywhere("types_are_made_ruled_retired_and_removed", kinds::types_are_made_ruled_retired_and_removed),
    everywhere("relation_by_mouse", relations::relation_by_mouse),
    everywhere("the_first_relation_needs_no_typing", relations::the_first_relation_needs_no_typing),
    everywhere("relation_by_keys", relations::relation_by_keys),
    everywhere("what_is_joined_stands_clear", relations::what_is_joined_stands_clear),
    everywhere(
        "the_other_end_is_tagged_by_the_bar_above_the_question",
        relations::the_other_end_is_tagged_by_the_bar_above_the_question,
    ),
    everywhere("what_is_not_allowed_says_why", relations::what_is_not_allowed_says_why),
    everywhere("link_between_documents", relations::link_between_documents),
    everywhere("link_by_two_clicks_side_by_side", relations::link_by_two_clicks_side_by_side),
    everywhere("deleting_a_span_takes_what_stands_on_it", relations::deleting_a_span_takes_what_stands_on_it),
    in_chromium("rules_find_nothing_in_the_shapes", access_shapes::rules_find_nothing_in_the_shapes),
    in_chromium("relation_by_fingers", relations::relation_by_fingers),
    everywhere("entity_over_both_documents", entities::entity_over_both_documents),
    everywhere("several_spans_mention_one_entity", entities::several_spans_mention_one_entity),
    everywhere("hundreds_of_documents_by_keyboard", documents::hundreds_of_documents_by_keyboard),
    everywhere("documents_are_renamed_turned_moved_and_removed", documents::documents_are_renamed_turned_moved_and_removed),
    everywhere("attributes_of_every_kind", attributes::attributes_of_every_kind),
    everywhere("labels_of_the_document", attributes::labels_of_the_document),
    everywhere("pieces_added_and_taken_away", fragments::pieces_added_and_taken_away),
    everywhere("broken_files_change_nothing", exchange::broken_files_change_nothing),
    everywhere("every_format_is_offered_with_its_losses", formats::every_format_is_offered_with_its_losses),
    everywhere("what_one_format_wrote_is_taken_by_another_page", formats::what_one_format_wrote_is_taken_by_another_page),
    everywhere("a_text_of_ones_own_in_an_old_encoding", formats::a_text_of_ones_own_in_an_old_encoding),
    everywhere("a_zip_of_many_and_what_it_leaves_out", formats::a_zip_of_many_and_what_it_leaves_out),
    everywhere("a_file_that_memory_cannot_hold_is_not_read", formats::a_file_that_memory_cannot_hold_is_not_read),
    everywhere("a_text_is_pasted", formats::a_text_is_pasted),
    everywhere("files_of_every_other_tool", foreign::files_of_every_other_tool),
    everywhere("tagging_moves_no_letter", proof::tagging_moves_no_letter),
    everywhere("letters_stand_on_one_line_with_their_dots", letters::letters_stand_on_one_line_with_their_dots),
    everywhere("two_hundred_lines_move_no_letter", arcs::two_hundred_lines_move_no_letter),
    everywhere("lines_never_cross_letters", arcs::lines_never_cross_letters),
    everywhere("lines_tell_what_is_pointed_at", arcs::lines_tell_what_is_pointed_at),
    everywhere("two_documents_side_by_side", beside::two_documents_side_by_side),
    everywhere("side_by_side_is_stacked_on_a_phone", beside::side_by_side_is_stacked_on_a_phone),
    everywhere("nested_crossing_touching", limits::nested_crossing_touching),
    everywhere("whole_work_without_a_network", offline::whole_work_without_a_network),
    everywhere("newer_version_waits_and_loses_nothing", offline::newer_version_waits_and_loses_nothing),
    everywhere(
        "newer_version_taken_in_one_tab_is_told_in_the_other",
        offline::newer_version_taken_in_one_tab_is_told_in_the_other,
    ),
    everywhere("harmful_file_does_nothing", hostile::harmful_file_does_nothing),
    everywhere("work_goes_on_without_the_rest", rest::work_goes_on_without_the_rest),
    everywhere("single_file_from_a_disk", single::single_file_from_a_disk),
    in_chromium("killed_browser_keeps_the_tag", keeping::killed_browser_keeps_the_tag),
    in_chromium("full_storage_is_survived", keeping::full_storage_is_survived),
    everywhere("a_crowded_store_gets_room", keeping::a_crowded_store_gets_room),
    everywhere("a_long_journal_gets_a_newer_base", keeping::a_long_journal_gets_a_newer_base),
    everywhere("what_a_later_version_has_kept_is_left_alone", keeping::what_a_later_version_has_kept_is_left_alone),
    everywhere("a_note_being_typed_is_left_to_its_window", tabs::a_note_being_typed_is_left_to_its_window),
    everywhere("without_any_store_the_work_is_offered_at_once", keeping::without_any_store_the_work_is_offered_at_once),
    everywhere("open_restores_and_adds_nothing_twice", exchange::open_restores_and_adds_nothing_twice),
    everywhere("typing_goes_on_while_a_slow_expression_is_sought", slow_search::typing_goes_on_while_a_slow_expression_is_sought),
    everywhere("keyboard_alone", keyboard::keyboard_alone),
    everywhere("whole_document_by_keyboard", keyboard::whole_document_by_keyboard),
    everywhere("whole_work_by_touch", whole_touch::whole_work_by_touch),
    everywhere("documents_by_touch", touch_documents::documents_by_touch),
    everywhere("whole_work_by_keyboard", whole_keys::whole_work_by_keyboard),
    everywhere("word_key_goes_through_parts", hands::word_key_goes_through_parts),
    everywhere("armed_label_by_mouse", hands::armed_label_by_mouse),
    everywhere("three_clicks_tag_once", hands::three_clicks_tag_once),
    everywhere("all_suggestions_at_once", suggest::all_suggestions_at_once),
    everywhere("armed_and_repeated_by_keys", hands::armed_and_repeated_by_keys),
    everywhere("caret_by_part_sentence_and_paragraph", hands::caret_by_part_sentence_and_paragraph),
    in_chromium("parts_by_touch", hands::parts_by_touch),
    everywhere("search_as_one_types", desk_search::search_as_one_types),
    everywhere("hits_are_what_is_selected", desk_search::hits_are_what_is_selected),
    everywhere("every_mention_by_keyboard_alone", desk_search::every_mention_by_keyboard_alone),
    everywhere("twins_by_mouse", desk_search::twins_by_mouse),
    everywhere("card_edits_a_span", cards::card_edits_a_span),
    everywhere("edges_move_by_grapheme", cards::edges_move_by_grapheme),
    everywhere("edge_arrows_point_where_the_edge_goes", cards::edge_arrows_point_where_the_edge_goes),
    everywhere("a_card_that_offers_labels_has_room_for_them_alone", cards::a_card_that_offers_labels_has_room_for_them_alone),
    everywhere(
        "a_card_at_the_windows_foot_stays_as_its_details_come",
        cards::a_card_at_the_windows_foot_stays_as_its_details_come,
    ),
    everywhere("an_edge_moved_at_the_windows_foot_moves_no_page", cards::an_edge_moved_at_the_windows_foot_moves_no_page),
    everywhere("sub_word_limits", limits::sub_word_limits),
    everywhere("same_limits_again", limits::same_limits_again),
    everywhere("over_paragraphs", limits::over_paragraphs),
    everywhere("several_spans_at_once", many::several_spans_at_once),
    everywhere("list_goes_and_deletes", many::list_goes_and_deletes),
    everywhere("spans_under_one_point", many::spans_under_one_point),
    everywhere("hidden_labels", many::hidden_labels),
    everywhere("offsets_after_emoji", units::offsets_after_emoji),
    everywhere("label_made_from_the_selection", desk_tagset::label_made_from_the_selection),
    everywhere("label_in_use_is_not_lost", desk_tagset::label_in_use_is_not_lost),
    everywhere("checks_find_and_fix", desk_tagset::checks_find_and_fix),
    everywhere("guidelines_of_a_label", desk_tagset::guidelines_of_a_label),
    everywhere("guidelines_in_both_languages", desk_tagset::guidelines_in_both_languages),
    everywhere("keys_of_ones_own", desk_keys::keys_of_ones_own),
    everywhere("presets_are_taken_and_tagged_with", desk_presets::presets_are_taken_and_tagged_with),
    everywhere("tagset_goes_out_and_comes_in", desk_presets::tagset_goes_out_and_comes_in),
    everywhere("file_of_labels_waits_however_it_comes", tagset_files::file_of_labels_waits_however_it_comes),
    everywhere("edges_by_grips", cards::edges_by_grips),
    everywhere("returned_files_are_gathered", annotators::returned_files_are_gathered),
    in_chromium("annotators_and_agreement_on_a_phone", annotators::annotators_and_agreement_on_a_phone),
    everywhere("work_is_handed_out_and_comes_back", handed::work_is_handed_out_and_comes_back),
    everywhere(
        "a_link_opens_what_lies_beside_the_page_and_nothing_else",
        handed::a_link_opens_what_lies_beside_the_page_and_nothing_else,
    ),
    everywhere("much_is_measured_by_workers", measured::much_is_measured_by_workers),
    everywhere("agreement_is_measured_in_the_example", annotators::agreement_is_measured_in_the_example),
    everywhere("example_beside_ones_own_work", example::example_beside_ones_own_work),
    everywhere("two_reports_are_compared", compare::two_reports_are_compared),
    everywhere("suggestions_by_key", suggest::suggestions_by_key),
    everywhere("suggestions_by_mouse", suggest::suggestions_by_mouse),
    everywhere("suggestions_come_while_words_are_selected", suggest::suggestions_come_while_words_are_selected),
    everywhere("suggestions_after_a_reload", suggest::suggestions_after_a_reload),
    everywhere("mouse_and_digit_key", tagging::mouse_and_digit_key),
    everywhere("in_one_long_paragraph", tagging::in_one_long_paragraph),
    everywhere("label_button", tagging::label_button),
    everywhere("arabic_digit_key", tagging::arabic_digit_key),
    everywhere("drag_from_either_side", tagging::drag_from_either_side),
    everywhere("triple_click_stays_in_its_block", tagging::triple_click_stays_in_its_block),
    everywhere("everything_comes_back_from_a_back_up", backup::everything_comes_back_from_a_back_up),
    everywhere("a_damaged_back_up_harms_nothing", backup::a_damaged_back_up_harms_nothing),
    everywhere("an_erasure_reaches_the_other_tab", backup::an_erasure_reaches_the_other_tab),
    everywhere("a_copy_is_called_to_mind", backup::a_copy_is_called_to_mind),
    everywhere("reload_keeps_everything", keeping::reload_keeps_everything),
    everywhere("documents_by_link_and_address", places::documents_by_link_and_address),
    everywhere("languages", places::languages),
    everywhere("nothing_leaves_and_nothing_complains", quiet::nothing_leaves_and_nothing_complains),
    everywhere("strings_become_neither_markup_nor_code", quiet::strings_become_neither_markup_nor_code),
    in_chromium("tap_and_tag", touch::tap_and_tag),
];
