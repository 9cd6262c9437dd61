using Kindred.Core.Basics;

namespace Kindred.Core.Reviews;

/// <summary>The Monday note: only what changed, five leads, one question. Body of <see cref="ReviewEntryKind.Due"/> under <c>note:</c> days.</summary>
/// <param name="On">The Monday.</param>
/// <param name="Title">Its heading; also the subject of a message.</param>
/// <param name="Changes">What changed since the note before; one sentence says so where nothing did.</param>
/// <param name="Leads">At most five.</param>
/// <param name="Question">One question to the team.</param>
/// <param name="QuestionItem">Key of the question in the banks or checklists; null where it is the review itself.</param>
public sealed record MondayNote(DateOnly On, Wording Title, IReadOnlyList<Wording> Changes, IReadOnlyList<NoteLead> Leads, Wording Question, string? QuestionItem);

/// <summary>A lead of the note.</summary>
/// <param name="Lead">Lead id.</param>
/// <param name="Name">Company or person.</param>
/// <param name="Score">Score.</param>
/// <param name="Why">The reason to look at it.</param>
public sealed record NoteLead(string Lead, string Name, int Score, Wording Why);
