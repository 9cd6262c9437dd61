using System.CommandLine;
using Kindred.Core.Basics;
using Kindred.Core.Profiles;
using Kindred.Files.Writing;

namespace Kindred.Cli;

/// <summary><c>kindred worksheet</c>: a workbook to fill in for those without a CRM.</summary>
internal static class WorksheetVerb
{
    public static Command Create(Language language)
    {
        var ko = language == Language.Korean;
        var file = new Argument<string>("FILE") { Description = ko ? "쓸 XLSX 파일" : "XLSX file to write" };
        var command = new Command("worksheet", ko
            ? "CRM이 없을 때 채워 넣을 표를 만들어요. 채운 파일은 그대로 kindred build에 넣으면 돼요.\n\n예: kindred worksheet customers.xlsx"
            : "Write a workbook to fill in without a CRM; filled in, it goes into kindred build as it is.\n\nExample: kindred worksheet customers.xlsx") { file };
        command.SetAction((parsed, cancel) =>
        {
            var path = Path.GetFullPath(parsed.GetValue(file)!);
            if (File.Exists(path))
            {
                return Task.FromResult(Output.Refuse([new Reason("worksheet.exists", path, new Wording($"'{path}' 파일이 이미 있어요. 채운 내용을 덮어쓰지 않도록 다른 이름을 주세요.", $"'{path}' exists already. Give another name, so that nothing filled in is lost."))], language));
            }

            using var stream = new FileStream(path, FileMode.CreateNew);
            if (!XlsxFile.Write(stream, [Worksheet.Blank(language), Worksheet.Guide(language)]).TryGet(out _, out var reasons))
            {
                return Task.FromResult(Output.Refuse(reasons, language));
            }

            Console.WriteLine(path);
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }
}
