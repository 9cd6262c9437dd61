using System.Text.Json;
using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Members;
using Kindred.Files;
using Kindred.Product;
using Kindred.Web.Hosting;
using Kindred.Web.Jobs;
using Kindred.Web.Shell;

namespace Kindred.Web.Data;

/// <summary>From dropped files to an import: what they are, at most three questions, a dry run, then the job.</summary>
internal static class ImportPages
{
    /// <summary>Most bytes of one drop.</summary>
    private const long Largest = 1L << 30;

    private static readonly string[] Endings = [".csv", ".tsv", ".tab", ".xlsx"];
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(1500);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Page("data/import", Permission.ImportData, request => request.View<DropPage>());
        routes.Upload("data/import", Permission.ImportData, Largest, UploadAsync);
        routes.Page("data/import/{drop}", Permission.ImportData, request => WithDropAsync(request, dropped => request.View<ReviewPage>(new ReviewModel(request.Route("drop"), dropped))));
        routes.Page("data/import/{drop}/mapping", Permission.ImportData, request => WithDropAsync(request, dropped => request.View<MappingPage>(new ReviewModel(request.Route("drop"), dropped))));
        routes.Page("data/import/{drop}/rejects.csv", Permission.ImportData, request => WithDropAsync(request, dropped => PageRequest.File("rejects.csv", "text/csv; charset=utf-8", AccountList.Rejects(dropped.Tables.SelectMany(table => table.Reading.Rejects.Select(reject => (table.Source.Name, reject))), request.Page.Language))));
        routes.Form("data/import/{drop}/mapping", Permission.ImportData, (request, form) => SaveAsync(request, (folder, dropped) => Corrected(folder, dropped, form)));
        routes.Form("data/import/{drop}/answers", Permission.ImportData, (request, form) => SaveAsync(request, (folder, dropped) => Answered(folder, dropped, form)));
        routes.Form("data/import/{drop}/go", Permission.ImportData, GoAsync);
    }

    private static async Task<IResult> UploadAsync(PageRequest request, IFormCollection form)
    {
        if (form.Files.Count == 0)
        {
            return request.Refuse([new Reason("web.no-files", "files", new Wording("파일이 오지 않았어요. CSV, TSV, XLSX 파일을 골라 주세요.", "No file came. Choose CSV, TSV or XLSX files."))]);
        }

        if (form.Files.FirstOrDefault(file => !Endings.Contains(Path.GetExtension(file.FileName), StringComparer.OrdinalIgnoreCase)) is { } wrong)
        {
            return request.Refuse([new Reason("web.wrong-type", wrong.FileName, new Wording($"'{wrong.FileName}'은(는) 읽을 수 없는 종류예요. CSV, TSV, XLSX로 내려받아 다시 놓아 주세요. 아무것도 저장하지 않았어요.", $"'{wrong.FileName}' is of a kind that cannot be read. Export CSV, TSV or XLSX and drop it again. Nothing was stored."))], StatusCodes.Status415UnsupportedMediaType);
        }

        var drop = DropFolder.NewName();
        var folder = DropFolder.Of(request.Desk.FolderOf(request.Page.Workspace!), drop);
        Directory.CreateDirectory(folder);
        try
        {
            foreach (var file in form.Files)
            {
                await using var target = File.Create(Free(folder, SafeName(file.FileName)));
                await file.CopyToAsync(target, request.Aborted);
            }

            // What the workspace knows about files of these names is offered again.
            WorkspaceChoices.Read(request.Desk.FolderOf(request.Page.Workspace!)).Write(folder);
            WorkspaceCorrections.Copy(request.Desk.FolderOf(request.Page.Workspace!), folder);
        }
        catch (Exception failure) when (failure is IOException or OperationCanceledException)
        {
            // The browser went away, or the disk is full: nothing is left behind.
            DropFolder.Forget(folder);
            throw;
        }

        return PageRequest.GoTo(Urls.Drop(request.Page.Id, drop));
    }

    private static async Task<IResult> WithDropAsync(PageRequest request, Func<DroppedFiles, IResult> answer)
    {
        if (Find(request) is not { } folder)
        {
            return NoSuchDrop(request);
        }

        var reading = request.Http.RequestServices.GetRequiredService<Drops>().Of(folder);
        await Task.WhenAny(reading.Files, Task.Delay(Patience, request.Aborted));
        return reading.Files.IsCompleted ? answer(await reading.Files) : request.View<ReadingPage>(reading.Share);
    }

    private static async Task<IResult> SaveAsync(PageRequest request, Func<string, DroppedFiles, IReadOnlyList<Reason>> save)
    {
        if (Find(request) is not { } folder)
        {
            return NoSuchDrop(request);
        }

        var drops = request.Http.RequestServices.GetRequiredService<Drops>();
        var reasons = save(folder, await drops.Of(folder).Files);
        drops.Changed(folder);
        return reasons.Count > 0 ? request.Refuse(reasons) : PageRequest.GoTo(Urls.Drop(request.Page.Id, request.Route("drop")));
    }

    private static IReadOnlyList<Reason> Answered(string folder, DroppedFiles dropped, IFormCollection form)
    {
        if (form["date-order"].ToString() is { Length: > 0 } order)
        {
            if (!Enum.TryParse<DateOrder>(order, out var read))
            {
                return [new Reason("web.date-order", order, new Wording($"'{order}'은(는) 날짜 순서가 아니에요.", $"'{order}' is no order of dates."))];
            }

            DroppedFiles.Answer(folder, read);
        }

        var answers = new Answers(
            form.ContainsKey("asked.won-stages") ? [.. form["won-stages"].OfType<string>()] : dropped.Choices.Answers.WonStages,
            form.ContainsKey("asked.new-business") ? [.. form["new-business"].OfType<string>()] : dropped.Choices.Answers.NewBusiness);
        if (answers.WonStages is { Count: 0 })
        {
            return [new Reason("web.no-won-stage", "won-stages", new Wording("계약 성공인 단계를 하나는 골라 주세요.", "Choose at least one stage that means won."))];
        }

        (dropped.Choices with { Answers = answers }).Write(folder);
        return [];
    }

    private static IReadOnlyList<Reason> Corrected(string folder, DroppedFiles dropped, IFormCollection form)
    {
        if (dropped.Mapping is not { } mapping)
        {
            return dropped.Trouble;
        }

        var tables = mapping.Tables.Select((table, t) =>
        {
            var name = Format.Whole(t);
            return table with
            {
                Kind = Enum.TryParse<TableKind>(form["kind." + name], out var kind) ? kind : table.Kind,
                Columns = [.. table.Columns.Select((column, c) => Enum.TryParse<ColumnRole>(form[$"role.{name}.{Format.Whole(c)}"], out var role) && role != column.Role ? column with { Role = role, Confidence = 1 } : column)],
            };
        });
        (dropped.Choices with { Mapping = mapping with { Tables = [.. tables], Questions = [] } }).Write(folder);
        return [];
    }

    private static async Task<IResult> GoAsync(PageRequest request, IFormCollection form) => Find(request) is null
        ? NoSuchDrop(request)
        : PageRequest.GoTo(Urls.Job(request.Page.Id, await JobPages.StartAsync(request, WorkspaceJobs.Import, JsonSerializer.Serialize(new WorkspaceJobs.ImportPayload(request.Route("drop"))))));

    private static string? Find(PageRequest request) =>
        DropFolder.IsName(request.Route("drop")) && DropFolder.Of(request.Desk.FolderOf(request.Page.Workspace!), request.Route("drop")) is var folder && Directory.Exists(folder) ? folder : null;

    private static IResult NoSuchDrop(PageRequest request) => request.Refuse([new Reason("web.no-drop", request.Route("drop"), new Wording("놓았던 파일이 더는 없어요. 이미 가져왔거나 지워졌어요. 데이터 화면에서 확인해 주세요.", "The dropped files are gone: imported already, or deleted. See the data page."))], StatusCodes.Status404NotFound);

    /// <summary>A name without folders, control characters or a leading dot.</summary>
    private static string SafeName(string name)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var clean = string.Concat(last.Where(letter => !char.IsControl(letter) && !Path.GetInvalidFileNameChars().Contains(letter))).TrimStart('.').Trim();
        return clean.Length is > 0 and <= 200 ? clean : "file" + Path.GetExtension(last);
    }

    /// <summary>Two files of one name both stay.</summary>
    private static string Free(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        for (var n = 2; File.Exists(path); n++)
        {
            path = Path.Combine(folder, $"{Path.GetFileNameWithoutExtension(name)} ({Format.Whole(n)}){Path.GetExtension(name)}");
        }

        return path;
    }
}

/// <summary>Dropped files under review.</summary>
/// <param name="Drop">Name of the drop.</param>
/// <param name="Files">What they hold.</param>
public sealed record ReviewModel(string Drop, DroppedFiles Files);
