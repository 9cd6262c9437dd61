using System.Globalization;
using Kindred.Core.Basics;
using Kindred.Core.Scorecards;
using Kindred.Core.Standards;

namespace Kindred.Core.Leads;

/// <summary>Use case: a person answers what the card asks about a lead; the answer counts at once, with its source, and can be taken back.</summary>
public static class AnswerLead
{
    /// <summary>Most characters of an answer.</summary>
    public const int LongestAnswer = 200;

    private static readonly string[] Yes = ["yes", "y", "true", "1", "예", "네", "있음", "있어요"];
    private static readonly string[] No = ["no", "n", "false", "0", "아니오", "아니요", "없음", "없어요"];

    /// <summary>Makes the record of an answer.</summary>
    /// <param name="card">The card in use.</param>
    /// <param name="lead">Lead id.</param>
    /// <param name="field">Field of the card: its name or label.</param>
    /// <param name="value">The answer: for a number a number, for a question of the card one of its answers, else any word.</param>
    /// <param name="by">Who says so, or null.</param>
    /// <param name="at">When.</param>
    /// <returns>The record to store; refused: <c>leads.unknown-field</c>, <c>leads.answer</c>, <c>leads.answer-resident-number</c>.</returns>
    public static Result<AnswerRecord> Run(Scorecard card, string lead, string field, string value, string? by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(card);
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(value);
        if (Find(card, field) is not { } attribute)
        {
            return Result.Refused<AnswerRecord>(LeadChecks.UnknownField(lead, field, [.. card.Attributes.Select(one => one.Field)]));
        }

        return Read(attribute, value).Then(read => Result.Accepted(new AnswerRecord(0, lead, attribute.Field, read, by, at)));
    }

    /// <summary>Makes the record that takes an answer back.</summary>
    /// <returns>The record to store; refused: <c>leads.no-answer</c>.</returns>
    public static Result<AnswerRecord> Withdraw(LeadLog log, Scorecard card, string lead, string field, string? by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(card);
        ArgumentNullException.ThrowIfNull(field);
        var name = Find(card, field)?.Field ?? field;
        var given = log.Answers(lead).ToArray();
        return given.Any(answer => answer.Field == name)
            ? Result.Accepted(new AnswerRecord(0, lead, name, null, by, at))
            : Result.Refused<AnswerRecord>(LeadChecks.NoAnswer(lead, field, [.. given.Select(answer => answer.Field)]));
    }

    /// <summary>Whether a stored answer still means something to a card.</summary>
    internal static bool Fits(Scorecard card, string field, string value) => card.Attributes.FirstOrDefault(attribute => attribute.Field == field) is { } attribute && Read(attribute, value).IsAccepted;

    private static CardAttribute? Find(Scorecard card, string field)
    {
        var plain = field.Trim();
        return card.Attributes.FirstOrDefault(attribute => attribute.Field == plain)
            ?? card.Attributes.FirstOrDefault(attribute => string.Equals(attribute.Field, plain, StringComparison.OrdinalIgnoreCase) || string.Equals(attribute.Label.En, plain, StringComparison.OrdinalIgnoreCase) || attribute.Label.Ko == plain);
    }

    private static Result<string> Read(CardAttribute attribute, string value)
    {
        var plain = value.Trim();
        if (ResidentNumber.IsLikely(plain))
        {
            return Result.Refused<string>(LeadChecks.AnswerResidentNumber(attribute.Field));
        }

        if (attribute.IsNumber)
        {
            return double.TryParse(plain, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
                ? Result.Accepted(Format.Number(number))
                : Result.Refused<string>(LeadChecks.Answer(attribute.Field, value, "숫자", "a number"));
        }

        if (plain.Length is 0 or > LongestAnswer || plain.Any(char.IsControl))
        {
            return Result.Refused<string>(LeadChecks.Answer(attribute.Field, value.Length > LongestAnswer ? value[..LongestAnswer] + "…" : value, $"1–{Format.Whole(LongestAnswer)}자", $"1–{Format.Whole(LongestAnswer)} characters"));
        }

        var words = attribute.Bins.Where(bin => bin.Condition is not null).SelectMany(bin => bin.Condition!.Values).ToArray();
        var known = words.FirstOrDefault(word => string.Equals(word, plain, StringComparison.OrdinalIgnoreCase))
            ?? (Yes.Contains(plain, StringComparer.OrdinalIgnoreCase) ? words.FirstOrDefault(word => Yes.Contains(word, StringComparer.OrdinalIgnoreCase)) : null)
            ?? (No.Contains(plain, StringComparer.OrdinalIgnoreCase) ? words.FirstOrDefault(word => No.Contains(word, StringComparer.OrdinalIgnoreCase)) : null);

        // A question without learning rows knows its answers; a field of the data may hold a word nobody has seen.
        var isQuestion = attribute.Bins.All(bin => bin.Rows == 0);
        return known is not null || !isQuestion
            ? Result.Accepted(known ?? plain)
            : Result.Refused<string>(LeadChecks.Answer(attribute.Field, value, string.Join(", ", words), string.Join(", ", words)));
    }
}
