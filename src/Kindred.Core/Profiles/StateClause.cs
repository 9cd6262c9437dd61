using Kindred.Core.Basics;

namespace Kindred.Core.Profiles;

/// <summary>What somebody says about a row of the profile.</summary>
/// <param name="Version">The version they looked at.</param>
/// <param name="Row">Row of the form: one of <see cref="StateClause.Rows"/>.</param>
/// <param name="Text">What they say, at most <see cref="StateClause.LongestText"/> characters.</param>
/// <param name="By">Who.</param>
/// <param name="On">When.</param>
public sealed record StateClauseRequest(int Version, string Row, string Text, string By, DateOnly On);

/// <summary>Writes down what the team knows and the data does not. It never counts as confirmed; the next version has no signatures yet.</summary>
public static class StateClause
{
    /// <summary>Most characters of a statement.</summary>
    public const int LongestText = 500;

    /// <summary>Rows a team may speak about.</summary>
    public static IReadOnlyList<string> Rows { get; } = ["industry", "size", "region", "technology", "funding", "decision", "budget", "value", "trigger", "goals", "other"];

    /// <summary>The next version with the statement in it, in place of the row's question or of its earlier statement.</summary>
    /// <returns>The document; refused: <c>profiles.version-moved</c>, <c>profiles.unknown-row</c>, <c>profiles.empty-statement</c>, <c>profiles.long-statement</c>.</returns>
    public static Result<ProfileDocument> Run(ProfileDocument document, StateClauseRequest request)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(request);
        var text = request.Text.Trim();
        if (VersionChecks.Moved(document, request.Version) is { } moved)
        {
            return Result.Refused<ProfileDocument>(moved);
        }

        if (!Rows.Contains(request.Row, StringComparer.Ordinal))
        {
            return Result.Refused<ProfileDocument>("profiles.unknown-row", request.Row,
                $"'{request.Row}' 항목은 고객상에 없어요. 쓸 수 있는 항목: {string.Join(", ", Rows)}.", $"The profile has no row '{request.Row}'. Rows: {string.Join(", ", Rows)}.");
        }

        if (text.Length == 0)
        {
            return Result.Refused<ProfileDocument>("profiles.empty-statement", request.Row, "적은 내용이 없어요. 팀이 아는 것을 한두 문장으로 적어 주세요.", "Nothing was written. Say what the team knows in a sentence or two.");
        }

        if (text.Length > LongestText)
        {
            return Result.Refused<ProfileDocument>("profiles.long-statement", request.Row,
                $"{Format.Grouped(text.Length)}자를 적으셨어요. {Format.Whole(LongestText)}자까지 적을 수 있으니 줄여 주세요.", $"{Format.Grouped(text.Length)} characters were written. At most {Format.Whole(LongestText)} fit: please shorten it.");
        }

        var line = new ClauseLine(request.Row, ProfileForms.LabelOf(request.Row), "stated", Wording.Same(text), null, request.By, request.On);
        return Result.Accepted(document with
        {
            Version = document.Version + 1,
            SignOffs = [],
            Clauses = [.. document.Clauses.Where(clause => clause.Row != request.Row || clause.Origin is not ("unknown" or "stated")), line],
        });
    }
}
