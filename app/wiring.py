"""The one page that connects the parts, sorted by who speaks. No logic; what is connected is built in parts.py."""

from __future__ import annotations

from app.parts import Parts


def connect(parts: Parts) -> None:
    """Every connection between parts."""
    _connect_work(parts)
    _connect_start(parts)
    _connect_library(parts)
    _connect_editor(parts)
    _connect_panels(parts)
    _connect_file_actions(parts)
    _connect_editor_actions(parts)
    parts.paper_side.connect_to(parts.review)


def _connect_work(parts: Parts) -> None:
    window, session, desk = parts.window, parts.session, parts.desk

    session.changed.connect(window.editor.show_summary)
    session.changed.connect(window.show_summary)
    session.changed.connect(parts.history.show_summary)
    session.changed.connect(parts.editor_actions.show_summary)
    session.changed.connect(parts.autosave.note_change)
    session.changed.connect(parts.review.note_change)
    session.saved_changed.connect(window.header.saving.show_state)
    window.header.saving.retry_requested.connect(parts.autosave.try_again)
    window.header.saving.retry_requested.connect(parts.rescuing.ask_again)
    window.header.saving.copy_requested.connect(parts.asking.ask_copy)
    session.history_changed.connect(window.table.show_steps)

    parts.autosave.failed.connect(window.show_fault)
    parts.autosave.saved.connect(desk.note_saved)
    parts.autosave.saved.connect(parts.versions.tell)

    parts.review.page_changed.connect(parts.preview.show_page)
    parts.review.findings_changed.connect(window.editor.show_findings)
    parts.review.findings_changed.connect(window.side.show_findings)
    parts.review.reading_changed.connect(parts.reading.show_reading)
    parts.review.reading_changed.connect(window.editor.show_reading)
    parts.review.findings_changed.connect(parts.editor_actions.show_open)
    parts.review.ready.connect(parts.checks.show_review)
    parts.review.ready.connect(desk.note_review)
    parts.dismissing.style_changed.connect(parts.review.note_change)

    desk.library_changed.connect(window.show_library)
    desk.library_changed.connect(parts.grading.begin)
    desk.library_changed.connect(parts.house.show_library)
    parts.house.targets_changed.connect(window.library.show_targets)
    parts.house.targets_changed.connect(window.editor.show_targets)
    parts.house.style_changed.connect(parts.review.look_again)
    parts.house.glossary_changed.connect(window.editor.form.spelling.show_glossary)
    desk.listings_changed.connect(window.library.show_listings)
    desk.counts_changed.connect(window.library.show_counts)
    desk.site_changed.connect(parts.review.look_again)
    desk.categories_changed.connect(window.library.show_categories)
    desk.categories_changed.connect(window.editor.show_categories)
    desk.entered.connect(window.show_editor)
    desk.entered.connect(parts.versions.tell)
    parts.versions.told.connect(parts.history.show_versions)
    parts.versions.told.connect(window.header.show_states)
    parts.versions.compared.connect(parts.history.show_comparison)
    parts.versions.kept.connect(window.show_done)
    parts.versions.failed.connect(window.show_fault)
    parts.review.ready.connect(parts.history.refresh_comparison)
    desk.entered.connect(parts.editor_actions.show_summary)
    desk.entered.connect(parts.memory.note_summary)
    parts.publishing.remembered.connect(parts.since_published.look_soon)
    parts.house.glossary_changed.connect(parts.since_published.look_soon)
    parts.since_published.told.connect(window.library.show_since)
    desk.left.connect(window.show_table)
    desk.left.connect(parts.memory.forget_summary)
    desk.left.connect(parts.review.forget)
    desk.did.connect(window.show_done)
    desk.did.connect(parts.grading.begin)
    desk.offered.connect(window.show_offer)
    desk.offered_here.connect(window.show_offer_here)
    parts.grading.graded.connect(window.library.table.show_grades)
    parts.grading.ended.connect(desk.refresh)
    desk.failed.connect(window.show_fault)


def _connect_start(parts: Parts) -> None:
    window, start, memory = parts.window, parts.start, parts.memory

    start.failed.connect(window.show_fault)
    start.did.connect(window.show_done)
    start.did.connect(parts.grading.begin)
    start.welcome_requested.connect(window.show_welcome)
    start.review_copies_found.connect(parts.review_copies.bring_back)
    start.papers_found.connect(parts.paper_side.attaching.take_files)
    bringing_in, dialog = parts.bringing_in, parts.import_dialog
    start.files_found.connect(bringing_in.begin)
    start.sent_found.connect(parts.exchanging.begin)
    bringing_in.began.connect(dialog.begin)
    bringing_in.progressed.connect(dialog.show_progress)
    bringing_in.ended.connect(dialog.show_outcome)
    bringing_in.failed.connect(window.show_fault)
    dialog.cancel_requested.connect(bringing_in.cancel)
    dialog.undo_requested.connect(parts.desk.take_back)

    memory.changed.connect(parts.appearance.show_settings)
    memory.changed.connect(window.show_settings)
    memory.changed.connect(parts.tour.show_settings)
    memory.changed.connect(window.editor.form.spelling.show_settings)

    window.welcome.sample_requested.connect(start.open_sample)
    window.welcome.sample_requested.connect(parts.tour.begin_once)
    parts.tour.taken.connect(memory.note_tour)
    window.welcome.new_library_requested.connect(parts.asking.ask_new_library)
    window.welcome.open_library_requested.connect(parts.asking.ask_library)

    parts.asking.new_library_chosen.connect(start.new_library)
    parts.asking.library_chosen.connect(start.open_library)
    parts.asking.files_chosen.connect(start.take_files)
    parts.asking.copy_chosen.connect(parts.editor_actions.save_copy)

    window.notices.action_requested.connect(parts.desk.take_back)


def _connect_library(parts: Parts) -> None:
    library, desk, many, table = parts.window.library, parts.desk, parts.many, parts.window.table

    library.chosen.open_requested.connect(desk.open_summary)
    library.new_requested.connect(desk.new_summary)
    library.start_requested.connect(parts.looking_up.start)
    library.chosen.duplicate_requested.connect(many.duplicate)
    library.chosen.trash_requested.connect(many.trash)
    library.chosen.untrash_requested.connect(many.untrash)
    library.empty_trash_requested.connect(many.empty_trash)
    library.chosen.status_requested.connect(many.set_status)
    library.chosen.category_add_requested.connect(many.add_category)
    library.chosen.category_remove_requested.connect(many.remove_category)
    library.filter_changed.connect(desk.show_filter)
    library.import_requested.connect(parts.start.take_files)
    library.find_action_requested.connect(table["find_action"].trigger)
    library.new_library_requested.connect(parts.asking.ask_new_library)
    library.open_library_requested.connect(parts.asking.ask_library)
    library.categories_requested.connect(table["categories"].trigger)
    library.publish_requested.connect(table["publish"].trigger)
    library.chosen.send_requested.connect(table["send_to_writer"].trigger)
    library.site_settings_requested.connect(table["site_settings"].trigger)
    library.glossary_requested.connect(table["glossary"].trigger)
    library.targets_requested.connect(table["targets"].trigger)


def _connect_editor(parts: Parts) -> None:
    editor, window = parts.window.editor, parts.window

    editor.edited.connect(parts.session.edit)
    parts.session.stepped.connect(window.spoken_steps.say_done)
    editor.pasted.connect(window.show_note)
    editor.section_entered.connect(parts.preview.show_section)
    editor.form.leave_requested.connect(parts.dismissing.leave)
    editor.form.finding_reached.connect(parts.checks.show_current)

    window.files_dropped.connect(parts.start.take_files)
    window.shown.connect(parts.preview.load_engine_soon)


def _connect_panels(parts: Parts) -> None:
    side, editor, page = parts.window.side, parts.window.editor, parts.window.editor_page

    side.tab_changed.connect(parts.memory.set_tab)
    side.hide_requested.connect(page.hide_side)

    parts.preview.section_clicked.connect(editor.show_section)
    parts.preview.section_clicked.connect(page.show_form)
    parts.preview.link_clicked.connect(parts.editor_actions.open_link)
    parts.preview.open_requested.connect(parts.editor_actions.open_page)
    parts.preview.width_changed.connect(parts.memory.set_width)

    parts.reading.go_to_requested.connect(editor.go_to)
    parts.history.bring_back_requested.connect(parts.versions.bring_back)
    parts.history.bring_back_part_requested.connect(parts.versions.bring_back_part)
    parts.history.compare_requested.connect(parts.versions.compare)
    parts.history.name_requested.connect(parts.versions.rename)
    comments, commenting = parts.history.comments, parts.commenting
    comments.go_to_requested.connect(editor.go_to)
    comments.go_to_requested.connect(page.show_form)
    comments.add_requested.connect(parts.dialogues.ask_comment)
    comments.answered.connect(commenting.answer)
    comments.resolve_requested.connect(commenting.resolve)
    comments.reopen_requested.connect(commenting.reopen)
    comments.accept_requested.connect(commenting.accept)
    comments.decline_requested.connect(commenting.decline)
    comments.remove_requested.connect(commenting.remove)
    parts.dialogues.comment_said.connect(commenting.add)
    parts.checks.go_to_requested.connect(editor.show_finding)
    parts.checks.leave_requested.connect(parts.dismissing.leave)
    parts.checks.take_up_requested.connect(parts.dismissing.take_up)
    parts.checks.show_passage_requested.connect(parts.paper_side.show_passage)
    parts.checks.replace_requested.connect(editor.take_instead)
    parts.checks.front_requested.connect(parts.window.table["show_checks"].trigger)
    parts.reading.go_to_requested.connect(page.show_form)
    parts.checks.go_to_requested.connect(page.show_form)

    parts.editor_actions.did.connect(parts.window.show_done)
    parts.editor_actions.failed.connect(parts.window.show_fault)
    parts.editor_actions.refused.connect(parts.window.show_note)


def _connect_file_actions(parts: Parts) -> None:
    table, desk, asking, window = parts.window.table, parts.desk, parts.asking, parts.window
    dialogues = parts.dialogues

    table["new_summary"].triggered.connect(desk.start_empty)
    table["new_library"].triggered.connect(asking.ask_new_library)
    table["open_library"].triggered.connect(asking.ask_any_library)
    table["open_sample"].triggered.connect(parts.start.open_sample)
    table["back_to_library"].triggered.connect(desk.leave)
    table["save"].triggered.connect(parts.autosave.keep)
    table["name_version"].triggered.connect(parts.history.ask_name)
    table["save_copy"].triggered.connect(asking.ask_copy)
    table["quit"].triggered.connect(window.close)
    table["find"].triggered.connect(window.show_find)
    table["import_files"].triggered.connect(asking.ask_files)
    table["send_to_writer"].triggered.connect(parts.exchanging.ask_where)
    table["publish"].triggered.connect(dialogues.open_publish)
    table["look_at_site"].triggered.connect(dialogues.look_at_site)
    table["backups"].triggered.connect(parts.backing.open)
    table["site_settings"].triggered.connect(dialogues.open_site_settings)
    table["categories"].triggered.connect(dialogues.open_categories)
    table["glossary"].triggered.connect(parts.style_dialogues.open_glossary)
    table["targets"].triggered.connect(parts.style_dialogues.open_targets)
    table["add_term"].triggered.connect(parts.style_dialogues.ask_term_here)
    window.editor.form.term_requested.connect(parts.style_dialogues.ask_term)
    parts.checks.term_requested.connect(parts.style_dialogues.ask_term)
    table["trash_time"].triggered.connect(dialogues.open_trash_time)
    table["duplicate"].triggered.connect(window.library.chosen.duplicate)
    table["order_rows"].triggered.connect(window.library.table.ask_order)
    table["trash"].triggered.connect(window.library.chosen.trash)
    table["untrash"].triggered.connect(window.library.chosen.untrash)
    table["empty_trash"].triggered.connect(window.library.empty_trash)
    table["text_larger"].triggered.connect(parts.appearance.larger)
    table["text_smaller"].triggered.connect(parts.appearance.smaller)
    table["full_screen"].triggered.connect(window.show_full_screen)
    table["find_action"].triggered.connect(dialogues.open_palette)
    parts.history.keep_requested.connect(parts.versions.keep_as)
    table["keys"].triggered.connect(dialogues.open_keys)
    table["guide"].triggered.connect(dialogues.open_guide)
    table["scoring_help"].triggered.connect(dialogues.open_scoring_help)
    table["settings"].triggered.connect(dialogues.open_settings)
    table["tour"].triggered.connect(parts.tour.begin)
    table["privacy"].triggered.connect(dialogues.open_privacy)
    table["about"].triggered.connect(window.show_about)


def _connect_editor_actions(parts: Parts) -> None:
    table, page, editor = parts.window.table, parts.window.editor_page, parts.window.editor

    table["comment"].triggered.connect(parts.dialogues.ask_comment)
    table["review_copy"].triggered.connect(parts.review_copies.open)
    table["checklist"].triggered.connect(parts.review_copies.open_checklist)
    table["bring_back_comments"].triggered.connect(parts.review_copies.ask_files)
    table["show_comments"].triggered.connect(parts.history.show_comments)
    table["show_comments"].triggered.connect(table["show_history"].trigger)
    table["undo"].triggered.connect(parts.desk.undo)
    table["redo"].triggered.connect(parts.session.redo)
    table["next_match"].triggered.connect(editor.next_match)
    table["previous_match"].triggered.connect(editor.previous_match)
    table["next_finding"].triggered.connect(parts.checks.next_finding)
    table["previous_finding"].triggered.connect(parts.checks.previous_finding)
    table["leave_finding"].triggered.connect(parts.checks.leave_current)
    table["next_section"].triggered.connect(editor.next_section)
    table["previous_section"].triggered.connect(editor.previous_section)
    table["look_up"].triggered.connect(parts.looking_up.open)
    table["open_paper"].triggered.connect(parts.editor_actions.open_paper)
    table["open_page"].triggered.connect(parts.editor_actions.open_page)
    table["phone"].triggered.connect(parts.preview.choose_phone)
    table["desktop"].triggered.connect(parts.preview.choose_desktop)
    table["side_panel"].triggered.connect(page.show_side)
    table["next_area"].triggered.connect(page.next_area)
    table["previous_area"].triggered.connect(page.previous_area)
    for tab in ("preview", "reading", "paper", "checks", "history"):
        table[f"show_{tab}"].triggered.connect(page.on_tab_action)
