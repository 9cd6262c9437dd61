using System.Text.Json;
using Kindred.Core.Basics;
using Kindred.Core.Jobs;

namespace Kindred.Storage.Jobs;

/// <summary>A line of "site_job", as Dapper fills it.</summary>
internal sealed class JobRow
{
    internal const string Columns = """
        id AS Id, workspace AS Workspace, kind AS Kind, payload AS Payload, created_by AS CreatedBy, created_at AS CreatedAt, due_at AS DueAt, state AS State,
        fraction AS Fraction, where_ko AS WhereKo, where_en AS WhereEn, counted AS Counted, total AS Total, reasons AS Reasons, result AS Result, reference AS Reference,
        started_at AS StartedAt, ended_at AS EndedAt, lease_until AS LeaseUntil, fence AS Fence, attempts AS Attempts, cancel_requested AS CancelRequested
        """;

    private static readonly JsonSerializerOptions Json = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Id { get; set; } = "";

    public string Workspace { get; set; } = "";

    public string Kind { get; set; } = "";

    public string Payload { get; set; } = "";

    public string CreatedBy { get; set; } = "";

    public long CreatedAt { get; set; }

    public long DueAt { get; set; }

    public string State { get; set; } = "";

    public double Fraction { get; set; }

    public string WhereKo { get; set; } = "";

    public string WhereEn { get; set; } = "";

    public long Counted { get; set; }

    public long? Total { get; set; }

    public string Reasons { get; set; } = "";

    public string? Result { get; set; }

    public string? Reference { get; set; }

    public long? StartedAt { get; set; }

    public long? EndedAt { get; set; }

    public long? LeaseUntil { get; set; }

    public long Fence { get; set; }

    public long Attempts { get; set; }

    public long CancelRequested { get; set; }

    internal static string Text(IReadOnlyList<Reason> reasons) => JsonSerializer.Serialize(reasons, Json);

    internal Job ToJob() => new(Id, Workspace, Kind, Payload, CreatedBy, Instant.Of(CreatedAt), Instant.Of(DueAt))
    {
        State = Enum.Parse<JobState>(State, ignoreCase: true),
        Progress = new JobProgress(Fraction, new Wording(WhereKo, WhereEn), Counted, Total),
        Reasons = JsonSerializer.Deserialize<Reason[]>(Reasons, Json)!,
        Result = Result,
        Reference = Reference,
        StartedAt = Instant.Of(StartedAt),
        EndedAt = Instant.Of(EndedAt),
        LeaseUntil = Instant.Of(LeaseUntil),
        Fence = Fence,
        Attempts = (int)Attempts,
        IsCancelRequested = CancelRequested == 1,
    };
}
