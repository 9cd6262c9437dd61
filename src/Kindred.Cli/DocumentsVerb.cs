using System.CommandLine;
using Kindred.Core.Basics;
using Kindred.Core.Engagement;
using Kindred.Storage;

namespace Kindred.Cli;

/// <summary><c>kindred documents</c>: takes PDFs into a workspace and lists them with their links.</summary>
internal static class DocumentsVerb
{
    public static Command Create(Language language)
    {
        var ko = language == Language.Korean;
        return new Command("documents", ko
            ? "보낼 자료를 작업 공간에 넣고, 있는 자료와 링크를 보여 줘요.\n\n예: kindred documents add 소개서.pdf --type intro"
            : "Take documents into a workspace, and list them with their links.\n\nExample: kindred documents add deck.pdf --type intro") { Add(language), List(language) };
    }

    private static Command Add(Language language)
    {
        var ko = language == Language.Korean;
        var paths = new Argument<string[]>("PATH") { Description = ko ? "PDF 파일, 또는 documents.csv(file,title,type,tags)가 있는 폴더" : "PDF files, or a folder with documents.csv (file,title,type,tags)", Arity = ArgumentArity.OneOrMore };
        var title = new Option<string?>("--title") { Description = ko ? "제목 (기본: 파일 이름)" : "Title (default: the file's name)" };
        var type = new Option<string>("--type") { Description = ko ? "종류" : "Kind", DefaultValueFactory = _ => "other" };
        type.AcceptOnlyFromAmong([.. Enum.GetNames<DocumentType>().Select(name => name.ToLowerInvariant())]);
        var tags = new Option<string?>("--tags") { Description = ko ? "쪽마다의 내용, 쉼표로: intro,pricing" : "What each page is about, with commas: intro,pricing" };
        var workspace = LeadOptions.Workspace(language);
        var command = new Command("add", ko ? "PDF를 넣어요. 같은 제목과 내용은 다시 넣지 않아요." : "Take PDFs. The same title with the same content is not taken twice.") { paths, title, type, tags, workspace };
        command.SetAction(async (parsed, cancel) =>
        {
            var folder = parsed.GetValue(workspace)!;
            if (!(await Workspace.OpenAsync(folder, TimeProvider.System, cancel)).TryGet(out var open, out var reasons))
            {
                return Output.Refuse(reasons, language);
            }

            using (open)
            {
                var kind = Enum.Parse<DocumentType>(parsed.GetValue(type)!, ignoreCase: true);
                if (!(await AddDocuments.RunAsync(open, folder, parsed.GetValue(paths)!, parsed.GetValue(title), kind, parsed.GetValue(tags)?.Split(','), null, TimeProvider.System, cancel)).TryGet(out var taken, out reasons))
                {
                    return Output.Refuse(reasons, language);
                }

                Console.WriteLine(ko ? $"자료 {Format.Grouped(taken.Count)}개를 넣었어요." : $"{Format.Grouped(taken.Count)} {(taken.Count == 1 ? "document" : "documents")} taken.");
                return ExitCode.Done;
            }
        });
        return command;
    }

    private static Command List(Language language)
    {
        var ko = language == Language.Korean;
        var workspace = LeadOptions.Workspace(language);
        var format = CommonOptions.Format();
        var command = new Command("list", ko ? "자료와 링크 수를 보여 줘요." : "List documents and how many links they have.") { workspace, format };
        command.SetAction(async (parsed, cancel) =>
        {
            if (!Workspace.OpenForReading(parsed.GetValue(workspace)!).TryGet(out var open, out var reasons))
            {
                return Output.Refuse(reasons, language);
            }

            using (open)
            {
                var documents = (await open.Documents.DocumentsAsync(cancel)).Where(document => document.RemovedAt is null).ToArray();
                var links = (await open.Documents.LinksAsync(cancel)).ToLookup(link => link.Document, StringComparer.Ordinal);
                if (parsed.GetValue(format) == "json")
                {
                    Output.Json(json =>
                    {
                        json.WriteStartObject();
                        json.WriteStartArray("documents");
                        foreach (var document in documents)
                        {
                            json.WriteStartObject();
                            json.WriteString("id", document.Id);
                            json.WriteString("title", document.Title);
                            json.WriteString("type", document.Type.ToString().ToLowerInvariant());
                            json.WriteNumber("pages", document.Current.Pages);
                            json.WriteNumber("version", document.Current.Number);
                            json.WriteNumber("links", links[document.Id].Count());
                            json.WriteNumber("opens", links[document.Id].Sum(link => link.Opens));
                            json.WriteEndObject();
                        }

                        json.WriteEndArray();
                        json.WriteEndObject();
                    });
                    return ExitCode.Done;
                }

                foreach (var document in documents)
                {
                    Console.WriteLine(ko
                        ? $"{document.Title}  {Format.Grouped(document.Current.Pages)}쪽, 링크 {Format.Grouped(links[document.Id].Count())}개, 열림 {Format.Grouped(links[document.Id].Sum(link => link.Opens))}번"
                        : $"{document.Title}  {Format.Grouped(document.Current.Pages)} pages, {Format.Grouped(links[document.Id].Count())} links, opened {Format.Grouped(links[document.Id].Sum(link => link.Opens))} times");
                }

                return ExitCode.Done;
            }
        });
        return command;
    }
}
