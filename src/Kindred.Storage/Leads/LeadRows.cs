using System.Globalization;
using Kindred.Core.Leads;

namespace Kindred.Storage.Leads;

/// <summary>A line of "lead_score", as Dapper fills it.</summary>
internal sealed class ScoreRow
{
    public long Id { get; set; }

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

    internal ScoreRecord ToRecord() => new(Id, Lead, CardId, (int)CardVersion, (int)Score, (int)Low, (int)High, Expected, State, Inputs, DateTimeOffset.Parse(At, CultureInfo.InvariantCulture));
}

/// <summary>A line of "lead_event", as Dapper fills it.</summary>
internal sealed class EventRow
{
    public long Id { get; set; }

    public string Lead { get; set; } = "";

    public string Kind { get; set; } = "";

    public string? DoneBy { get; set; }

    public string? Reason { get; set; }

    public string CardId { get; set; } = "";

    public string At { get; set; } = "";

    internal LeadEvent ToEvent() => new(Id, Lead, Enum.Parse<LeadEventKind>(Kind, ignoreCase: true), DoneBy, Reason, CardId, DateTimeOffset.Parse(At, CultureInfo.InvariantCulture));
}

/// <summary>A line of "lead_answer", as Dapper fills it.</summary>
internal sealed class AnswerRow
{
    public long Id { get; set; }

    public string Lead { get; set; } = "";

    public string Field { get; set; } = "";

    public string? Value { get; set; }

    public string? DoneBy { get; set; }

    public string At { get; set; } = "";

    internal AnswerRecord ToRecord() => new(Id, Lead, Field, Value, DoneBy, DateTimeOffset.Parse(At, CultureInfo.InvariantCulture));
}
