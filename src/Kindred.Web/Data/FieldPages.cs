using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Conditions;
using Kindred.Core.Members;
using Kindred.Product;
using Kindred.Web.Hosting;
using Kindred.Web.Shell;

namespace Kindred.Web.Data;

/// <summary>What each column describes, and correcting it after the import.</summary>
internal static class FieldPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Page("data/fields", Permission.Look, request => request.View<FieldsPage>(new FieldsModel(request.Snapshot, request.Query("done") == "levels"
            ? new("수준을 고쳤어요. 고객상은 다시 만들면 바뀌어요.", "Levels corrected. The profile follows with its next build.") : null)));
        routes.Form("data/fields", Permission.ImportData, SaveAsync);
    }

    private static async Task<IResult> SaveAsync(PageRequest request, IFormCollection form)
    {
        if (request.Snapshot.Mapping?.Tables.FirstOrDefault(one => one.Table == form["table"].ToString()) is not { } table)
        {
            return request.Refuse([new Reason("web.no-table", form["table"].ToString(), new Wording("그런 파일이 더는 없어요. 되돌렸거나 이름이 바뀌었어요.", "There is no such file any more: undone, or renamed."))], StatusCodes.Status409Conflict);
        }

        var (by, on) = (request.Page.Caller?.Member?.Name ?? "", Format.Date(DateOnly.FromDateTime(request.Page.Now.UtcDateTime)));
        var why = new Wording($"{by}님이 정했어요 ({on})", $"set by {by} on {on}");
        List<string> changed = [];
        var columns = table.Columns.Select((column, index) =>
        {
            if (!Enum.TryParse<FieldLevel>(form["level." + Format.Whole(index)], out var level) || !Enum.IsDefined(level) || level == column.Level || form["column." + Format.Whole(index)].ToString() != column.Column)
            {
                return column;
            }

            changed.Add(column.Column + ": " + level);
            return column with { Level = level, Why = why };
        }).ToArray();
        if (changed.Count == 0)
        {
            return PageRequest.GoTo(Urls.DataFields(request.Page.Id));
        }

        var folder = request.Snapshot.Folder;
        var choices = WorkspaceChoices.Read(folder);
        choices.With(choices with { Mapping = new Mapping([table with { Columns = columns }], []) }).Write(folder);
        request.Desk.Changed(request.Page.Workspace!.Id);
        await request.Members.Audit.WriteAsync(request.Page.Caller!, request.Page.Workspace.Id, DataActs.LevelsChanged, table.Table, string.Join(", ", changed.Take(20)), request.Aborted);
        return PageRequest.GoTo(Urls.With(Urls.DataFields(request.Page.Id), ("done", "levels")));
    }
}

/// <summary>The page of fields.</summary>
/// <param name="Snapshot">The workspace.</param>
/// <param name="Done">What was just done.</param>
public sealed record FieldsModel(WorkspaceSnapshot Snapshot, Wording? Done);
