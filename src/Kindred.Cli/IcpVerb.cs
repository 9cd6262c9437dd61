using System.CommandLine;
using Kindred.Core.Basics;
using Kindred.Core.Profiles;
using Kindred.Reports;

namespace Kindred.Cli;

/// <summary><c>kindred icp</c>: show, compare, export, state and sign profiles.</summary>
internal static class IcpVerb
{
    private static readonly string[] Rows = [.. StateClause.Rows];

    public static Command Create(Language language)
    {
        var ko = language == Language.Korean;
        var command = new Command("icp", ko
            ? "만든 고객상을 보고, 비교하고, 내보내고, 팀의 말과 동의를 적어요.\n\n예:\n  kindred icp show ./kindred-data\n  kindred icp diff icp-v1.json icp-v2.json"
            : "Show, compare and export profiles; write down what the team says and who agrees.\n\nExamples:\n  kindred icp show ./kindred-data\n  kindred icp diff icp-v1.json icp-v2.json");
        command.Subcommands.Add(Show(language, ko));
        command.Subcommands.Add(Diff(language, ko));
        command.Subcommands.Add(Export(language, ko));
        command.Subcommands.Add(State(language, ko));
        command.Subcommands.Add(Sign(language, ko));
        return command;
    }

    private static Argument<string> PathArgument(bool ko, string name = "PATH") => new(name) { Description = ko ? "작업 공간 폴더나 icp.json" : "Workspace folder or icp.json" };

    private static Command Show(Language language, bool ko)
    {
        var path = PathArgument(ko);
        var format = CommonOptions.Format();
        var command = new Command("show", ko ? "고객상을 보여 줘요" : "Show a profile") { path, format };
        command.SetAction((parsed, cancel) => Task.FromResult(With(parsed.GetValue(path)!, language, document =>
        {
            Console.Write(parsed.GetValue(format) == "json" ? document.ToJson() : IcpMarkdown.Text(document, language));
            return ExitCode.Done;
        })));
        return command;
    }

    private static Command Diff(Language language, bool ko)
    {
        var before = PathArgument(ko, "BEFORE");
        var after = PathArgument(ko, "AFTER");
        var format = CommonOptions.Format();
        var command = new Command("diff", ko ? "두 고객상에서 달라진 것을 말해 줘요" : "Say what changed between two profiles") { before, after, format };
        command.SetAction((parsed, cancel) => Task.FromResult(With(parsed.GetValue(before)!, language, first => With(parsed.GetValue(after)!, language, second =>
        {
            var changes = DiffProfiles.Run(first, second);
            if (parsed.GetValue(format) == "json")
            {
                Output.Json(json =>
                {
                    json.WriteStartObject();
                    json.WriteStartArray("changes");
                    foreach (var change in changes)
                    {
                        json.WriteStartObject();
                        json.WriteString("ko", change.Ko);
                        json.WriteString("en", change.En);
                        json.WriteEndObject();
                    }

                    json.WriteEndArray();
                    json.WriteEndObject();
                });
                return ExitCode.Done;
            }

            foreach (var change in changes)
            {
                Console.WriteLine(change.In(language));
            }

            if (changes.Count == 0)
            {
                Console.WriteLine(ko ? "달라진 것이 없어요." : "Nothing changed.");
            }

            return ExitCode.Done;
        }))));
        return command;
    }

    private static Command Export(Language language, bool ko)
    {
        var path = PathArgument(ko);
        var form = CommonOptions.Among(new Option<string>("--form") { Description = "html | md | json | sentence | paragraph", DefaultValueFactory = _ => "html" }, "html", "md", "json", "sentence", "paragraph");
        var target = new Option<string?>("--out") { Description = ko ? "쓸 파일 (없으면 화면에)" : "File to write (standard output otherwise)" };
        var command = new Command("export", ko ? "다른 형식으로 내보내요" : "Export in another form") { path, form, target };
        command.SetAction((parsed, cancel) => Task.FromResult(With(parsed.GetValue(path)!, language, document =>
        {
            var text = parsed.GetValue(form) switch
            {
                "md" => IcpMarkdown.Text(document, language),
                "json" => document.ToJson(),
                "sentence" => document.Sentence.In(language) + "\n",
                "paragraph" => document.Paragraph.In(language) + "\n",
                _ => IcpReport.Page(document, language).ToHtml(),
            };
            if (parsed.GetValue(target) is { } file)
            {
                ProfileFolder.Put(Path.GetFullPath(file), text);
                Console.WriteLine(Path.GetFullPath(file));
            }
            else
            {
                Console.Write(text);
            }

            return ExitCode.Done;
        })));
        return command;
    }

    private static Command State(Language language, bool ko)
    {
        var folder = new Argument<string>("DIR") { Description = ko ? "작업 공간 폴더" : "Workspace folder" };
        var row = CommonOptions.Among(new Option<string>("--row") { Description = string.Join(" | ", Rows), Required = true }, Rows);
        var text = new Option<string>("--text") { Description = ko ? "팀의 말" : "What the team says", Required = true };
        var by = new Option<string>("--by") { Description = ko ? "누가" : "Who", Required = true };
        var command = new Command("state", ko ? "팀이 아는 것을 적어요. 데이터로 확인된 것으로 치지는 않아요." : "Write down what the team knows; it never counts as confirmed") { folder, row, text, by };
        command.SetAction((parsed, cancel) => Task.FromResult(With(parsed.GetValue(folder)!, language, document =>
        {
            var said = new StateClauseRequest(document.Version, parsed.GetValue(row)!, parsed.GetValue(text)!, parsed.GetValue(by)!, Today());
            if (!ProfileChanges.State(Path.GetFullPath(parsed.GetValue(folder)!), said).TryGet(out var next, out var reasons))
            {
                return Output.Refuse(reasons, language);
            }

            Console.WriteLine(ko ? $"고객상 v{Format.Whole(next.Version)}에 적었어요. 데이터로 확인된 것은 아니에요." : $"Written into version {Format.Whole(next.Version)}. It is not confirmed by data.");
            return ExitCode.Done;
        })));
        return command;
    }

    private static Command Sign(Language language, bool ko)
    {
        string[] roles = [.. SignProfile.Roles.Select(role => role.Code)];
        var folder = new Argument<string>("DIR") { Description = ko ? "작업 공간 폴더" : "Workspace folder" };
        var role = CommonOptions.Among(new Option<string>("--role") { Description = string.Join(" | ", roles), Required = true }, roles);
        var by = new Option<string>("--by") { Description = ko ? "누가" : "Who", Required = true };
        var command = new Command("sign", ko ? "이 버전에 동의한다고 적어요" : "Write down who agrees with this version") { folder, role, by };
        command.SetAction((parsed, cancel) => Task.FromResult(With(parsed.GetValue(folder)!, language, document =>
        {
            if (!ProfileChanges.Sign(Path.GetFullPath(parsed.GetValue(folder)!), document.Version, parsed.GetValue(role)!, parsed.GetValue(by)!, Today()).TryGet(out var signed, out var reasons))
            {
                return Output.Refuse(reasons, language);
            }

            Console.WriteLine(ko ? $"고객상 v{Format.Whole(signed.Version)}: {parsed.GetValue(role)} {parsed.GetValue(by)}" : $"Version {Format.Whole(signed.Version)}: {parsed.GetValue(role)} {parsed.GetValue(by)}");
            return ExitCode.Done;
        })));
        return command;
    }

    private static DateOnly Today() => DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime);

    private static int With(string path, Language language, Func<ProfileDocument, int> use) =>
        ProfileFolder.Read(path).TryGet(out var document, out var reasons) ? use(document) : Output.Refuse(reasons, language);
}
