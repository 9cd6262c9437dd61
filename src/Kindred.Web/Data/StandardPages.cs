using Kindred.Core.Basics;
using Kindred.Core.Members;
using Kindred.Core.Standards;
using Kindred.Product;
using Kindred.Web.Hosting;
using Kindred.Web.Shell;

namespace Kindred.Web.Data;

/// <summary>Words of the files and what they were taken for; titles can be corrected.</summary>
internal static class StandardPages
{
    private const string NotSaid = "-";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Page("data/standards", Permission.Look, request => request.View<StandardsPage>(new StandardsModel(UnderstoodWords.Of(request.Snapshot), UnderstoodTitles.Of(request.Snapshot), WorkspaceCorrections.Read(request.Snapshot.Folder).Titles, request.Query("done") switch
        {
            "title" => new("뜻을 적었어요. 다음 파일에도 그대로 써요.", "Kept. It holds for later files too."),
            "undone" => new("되돌렸어요. 다시 스스로 알아봐요.", "Taken back. The title is read by itself again."),
            _ => null,
        })));
        routes.Form("data/standards/titles", Permission.ImportData, StateAsync);
        routes.Form("data/standards/titles/undo", Permission.ImportData, TakeBackAsync);
    }

    private static async Task<IResult> StateAsync(PageRequest request, IFormCollection form)
    {
        var text = form["title"].ToString();
        if (UnderstoodTitles.Of(request.Snapshot).Titles.All(title => title.Text != text))
        {
            return request.Refuse([new Reason("standards.no-title", text, new Wording($"파일에 '{text}'라는 직함이 없어요. 새 파일을 가져왔다면 목록을 다시 열어 주세요.", $"No file has the title '{text}'. After a new import, open the list again."))], StatusCodes.Status409Conflict);
        }

        var typed = (Function: form["function"].ToString(), Level: form["level"].ToString());
        JobFunction? function = Enum.TryParse<JobFunction>(typed.Function, out var named) && Enum.IsDefined(named) ? named : null;
        if ((function is null && typed.Function != NotSaid) || !Enum.TryParse<JobLevel>(typed.Level, out var level) || !Enum.IsDefined(level) || (function is null && level == JobLevel.Unknown))
        {
            return request.Refuse([new Reason("standards.title-meaning", text, new Wording("하는 일이나 직급 가운데 하나는 골라 주세요.", "Choose what the work is about, or the level, or both."))]);
        }

        WorkspaceCorrections.Keep(request.Snapshot.Folder, new SaidTitle(text, function, level, request.Page.Caller?.Member?.Name ?? "", request.Page.Now));
        await request.Members.Audit.WriteAsync(request.Page.Caller!, request.Page.Workspace!.Id, DataActs.TitleStated, text, (function?.ToString() ?? NotSaid) + " × " + level, request.Aborted);
        return PageRequest.GoTo(Urls.With(Urls.DataStandards(request.Page.Id), ("done", "title")) + "#titles");
    }

    private static async Task<IResult> TakeBackAsync(PageRequest request, IFormCollection form)
    {
        if (!WorkspaceCorrections.TakeBack(request.Snapshot.Folder, form["title"].ToString()).TryGet(out var said, out var reasons))
        {
            return request.Refuse(reasons, StatusCodes.Status409Conflict);
        }

        await request.Members.Audit.WriteAsync(request.Page.Caller!, request.Page.Workspace!.Id, DataActs.TitleTakenBack, said.Text, "", request.Aborted);
        return PageRequest.GoTo(Urls.With(Urls.DataStandards(request.Page.Id), ("done", "undone")) + "#titles");
    }
}

/// <summary>The page of words.</summary>
/// <param name="Industries">Industries.</param>
/// <param name="Titles">Job titles.</param>
/// <param name="Said">Titles people corrected.</param>
/// <param name="Done">What was just done.</param>
public sealed record StandardsModel(UnderstoodWords Industries, UnderstoodTitles Titles, IReadOnlyList<SaidTitle> Said, Wording? Done);
