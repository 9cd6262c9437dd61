using Kindred.Core.Members;

namespace Kindred.Storage.Members;

/// <summary>A line of "site_audit", as Dapper fills it.</summary>
internal sealed class AuditRow
{
    internal const string Columns = "id AS Id, at AS At, actor AS Actor, actor_id AS ActorId, actor_name AS ActorName, workspace AS Workspace, action AS Action, subject AS Subject, detail AS Detail, about AS About";

    public long Id { get; set; }

    public long At { get; set; }

    public string Actor { get; set; } = "";

    public string ActorId { get; set; } = "";

    public string ActorName { get; set; } = "";

    public string? Workspace { get; set; }

    public string Action { get; set; } = "";

    public string Subject { get; set; } = "";

    public string Detail { get; set; } = "";

    public string? About { get; set; }

    internal AuditEntry ToEntry() => new(Id, Instant.Of(At), Enum.Parse<ActorKind>(Actor, ignoreCase: true), ActorId, ActorName, Workspace is null ? null : new WorkspaceId(Workspace), Action, Subject, Detail, About is null ? null : new MemberId(About));
}
