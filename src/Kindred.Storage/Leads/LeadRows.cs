using System.Globalization;
using Kindred.Core.Leads;
using Kindred.Storage.Imports;
using Kindred.Storage.Reviews;

namespace Kindred.Storage.Leads;

/// <summary>A line of "lead_score", as Dapper fills it.</summary>
internal sealed class ScoreRow : SealedRow
{
    public string Lead { get; set; } = "";

    public string CardId { get; set; } = "";

    public long CardVersion { get; set; }

    public long Score { get; set; }

    public long Low { get; set; }

    public long High { get; set; }

    public double Expected { get; set; }

    public string State { get; set; } = "";

    public string Inputs { get; set; } = "";

    public string At { get; set; } = "";

    internal override object?[] Content => [Lead, CardId, CardVersion, Score, Low, High, Expected, State, Inputs, At];

    internal static ScoreRow Of(ScoreRecord record) => new() { Lead = record.Lead, CardId = record.CardId, CardVersion = record.CardVersion, Score = record.Score, Low = record.Low, High = record.High, Expected = record.Expected, State = record.State, Inputs = record.Inputs, At = ImportRow.Text(record.At) };

    internal ScoreRecord ToRecord() => new(Id, Lead, CardId, (int)CardVersion, (int)Score, (int)Low, (int)High, Expected, State, Inputs, DateTimeOffset.Parse(At, CultureInfo.InvariantCulture));
}

/// <summary>A line of "lead_event", as Dapper fills it.</summary>
internal sealed class EventRow : SealedRow
{
    public string Lead { get; set; } = "";

    public string Kind { get; set; } = "";

    public string? DoneBy { get; set; }

    public string? Reason { get; set; }

    public string CardId { get; set; } = "";

    public string At { get; set; } = "";

    internal override object?[] Content => [Lead, Kind, DoneBy, Reason, CardId, At];

    internal static EventRow Of(LeadEvent entry) => new() { Lead = entry.Lead, Kind = entry.Kind.ToString().ToLowerInvariant(), DoneBy = entry.By, Reason = entry.Reason, CardId = entry.CardId, At = ImportRow.Text(entry.At) };

    internal LeadEvent ToEvent() => new(Id, Lead, Enum.Parse<LeadEventKind>(Kind, ignoreCase: true), DoneBy, Reason, CardId, DateTimeOffset.Parse(At, CultureInfo.InvariantCulture));
}

/// <summary>A line of "lead_answer", as Dapper fills it.</summary>
internal sealed class AnswerRow : SealedRow
{
    public string Lead { get; set; } = "";

    public string Field { get; set; } = "";

    public string? Value { get; set; }

    public string? DoneBy { get; set; }

    public string At { get; set; } = "";

    internal override object?[] Content => [Lead, Field, Value, DoneBy, At];

    internal static AnswerRow Of(AnswerRecord answer) => new() { Lead = answer.Lead, Field = answer.Field, Value = answer.Value, DoneBy = answer.By, At = ImportRow.Text(answer.At) };

    internal AnswerRecord ToRecord() => new(Id, Lead, Field, Value, DoneBy, DateTimeOffset.Parse(At, CultureInfo.InvariantCulture));
}
