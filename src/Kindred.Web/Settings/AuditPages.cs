using System.Globalization;
using Kindred.Core.Members;
using Kindred.Web.Hosting;

namespace Kindred.Web.Settings;

/// <summary>Who did what in a workspace, newest first.</summary>
internal static class AuditPages
{
    /// <summary>Entries on a page.</summary>
    public const int Size = 50;

    public static void Map(IEndpointRouteBuilder routes) => routes.Page("settings/audit", Permission.SeeAudit, async request =>
    {
        var people = await request.Members.ListPeople.RunAsync(request.Page.Workspace!.Id, request.Page.Caller!, request.Aborted);
        if (!people.TryGet(out var everybody, out var reasons))
        {
            return request.Refuse(reasons, StatusCodes.Status403Forbidden);
        }

        var actor = everybody.FirstOrDefault(person => person.Member.Id.Value == request.Query("who"))?.Member.Id;
        var action = AuditWords.Codes.Contains(request.Query("what") ?? "", StringComparer.Ordinal) ? request.Query("what") : null;
        long? before = long.TryParse(request.Query("before"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

        // One more than is shown says whether there is a next page.
        var read = await request.Members.Audit.ReadAsync(new AuditQuery(request.Page.Workspace!.Id, before, Size + 1, actor, action), request.Page.Caller!, request.Aborted);
        return read.TryGet(out var entries, out reasons)
            ? request.View<AuditPage>(new AuditModel([.. entries.Take(Size)], entries.Count > Size, before is not null, everybody, actor?.Value, action))
            : request.Refuse(reasons, StatusCodes.Status403Forbidden);
    });
}

/// <summary>The audit trail.</summary>
/// <param name="Entries">Entries of this page, newest first.</param>
/// <param name="HasOlder">Whether there are older ones.</param>
/// <param name="IsOlder">Whether this is not the first page.</param>
/// <param name="People">Who can be filtered by.</param>
/// <param name="Who">Member filtered by; null for everybody.</param>
/// <param name="What">Code filtered by; null for all.</param>
public sealed record AuditModel(IReadOnlyList<AuditEntry> Entries, bool HasOlder, bool IsOlder, IReadOnlyList<Person> People, string? Who, string? What);
