using System.CommandLine;
using Kindred.Core.Basics;
using Kindred.Core.Engagement;
using Kindred.Core.Leads;
using Kindred.Core.Profiles;

namespace Kindred.Cli;

/// <summary><c>kindred reading</c>: who reads what, one document page by page, one lead's engagement, and the rule by which it may count.</summary>
internal static class ReadingVerb
{
    private static readonly AccountState[] States = [AccountState.Core, AccountState.Adjacent, AccountState.Regret, AccountState.Anti, AccountState.Outside];

    public static Command Create(Language language)
    {
        var ko = language == Language.Korean;
        var workspace = LeadOptions.Workspace(language);
        var document = new Option<string?>("--document") { Description = ko ? "자료 하나를 쪽마다 (제목)" : "One document page by page (its title)" };
        var lead = new Option<string?>("--lead") { Description = ko ? "리드 하나의 관심과 영수증" : "Engagement of one lead with its receipt" };
        var state = CommonOptions.Among(new Option<string>("--state") { Description = "core | adjacent | regret | anti | outside" }, [.. States.Select(WriteProfile.StateCode)]);
        var industry = new Option<string?>("--industry") { Description = ko ? "업종 낱말: software, commerce …" : "Industry word: software, commerce …" };
        var job = CommonOptions.Among(new Option<string>("--job") { Description = string.Join(" | ", ReaderGroup.All.Select(group => group.Code)) }, [.. ReaderGroup.All.Select(group => group.Code)]);
        var rule = CommonOptions.Among(new Option<string>("--rule") { Description = (ko ? "관심을 점수에 쓰는 규칙을 바꿔요: " : "Set what engagement may count as: ") + "off | trigger | buyability" }, [.. ReadingRule.Codes.Select(entry => entry.Code)]);
        var format = CommonOptions.Format();
        var command = new Command("reading", ko
            ? "누가 무엇을 읽고 그 뒤에 만나는지, 자료가 어떻게 읽히는지 보여 줘요.\n\n예:\n  kindred reading --state core\n  kindred reading --document \"요금 안내\"\n  kindred reading --lead LEAD-10001"
            : "Who reads what and meets you later, and how each document is read.\n\nExamples:\n  kindred reading --state core\n  kindred reading --document Pricing\n  kindred reading --lead LEAD-10001") { workspace, document, lead, state, industry, job, rule, format };
        command.SetAction(async (parsed, cancel) =>
        {
            var folder = parsed.GetValue(workspace)!;
            if (!(await OpenReading.ReadAsync(folder, cancel)).TryGet(out var open, out var reasons) || (parsed.GetValue(rule) is { } code && !ReadingRule.Set(folder, code, null).TryGet(out _, out reasons)))
            {
                return Output.Refuse(reasons, language);
            }

            var isJson = parsed.GetValue(format) == "json";
            if (!open.Board.HasVisits)
            {
                return Output.Refuse([new Reason("reading.no-visits", folder, new Wording($"'{folder}'에 자료 열람 기록이 없어요. DocSend 같은 도구에서 받은 열람 파일을 가져와 주세요.", $"There are no document visits in '{folder}'. Import an export of visits, such as DocSend's."))], language);
            }

            if (!isJson && InventedMark.IsOn(folder))
            {
                Console.WriteLine(InventedMark.Notice.In(language));
            }

            if (!isJson && parsed.GetValue(rule) is { } set)
            {
                Console.WriteLine(EngagementRule.Words(ReadingRule.Codes.First(entry => entry.Code == set).Use).In(language));
            }

            if (parsed.GetValue(lead) is { } named)
            {
                return LeadBook.Find(LeadBook.Of(open.Board.Book.Facts), named).TryGet(out var found, out reasons) ? Lead(open.Board, found, isJson, language) : Output.Refuse(reasons, language);
            }

            if (parsed.GetValue(document) is { } title)
            {
                var all = StudyDocument.All(open.Board.Book.Visits);
                return all.FirstOrDefault(study => study.Document == title || string.Equals(study.Title, title, StringComparison.OrdinalIgnoreCase)) is { } study ? Document(study, isJson, language)
                    : Output.Refuse([new Reason("reading.no-such-document", title, new Wording($"'{title}'을(를) 읽은 기록이 없어요. 있는 자료: {Titles(all)}.", $"Nobody has read '{title}'. There are: {Titles(all)}."))], language);
            }

            AccountState? wanted = parsed.GetValue(state) is { } text ? Array.Find(States, one => WriteProfile.StateCode(one) == text) : null;
            var filter = new ReadingFilter(wanted, parsed.GetValue(industry), ReaderGroup.Find(parsed.GetValue(job)));
            if (filter.Sector is { } sector && open.Board.Study.Sectors.All(one => one.Word != sector))
            {
                var known = string.Join(", ", open.Board.Study.Sectors.Select(one => one.Word));
                return Output.Refuse([new Reason("reading.no-such-industry", sector, new Wording($"'{sector}' 업종의 사람이 읽은 기록이 없어요. 있는 업종: {known}.", $"Nobody of the industry '{sector}' has read anything. There are: {known}."))], language);
            }

            Study(open.Board, StudyReading.Run(open.Board.Book, filter), isJson, language);
            return ExitCode.Done;
        });
        return command;
    }

    private static string Titles(IReadOnlyList<DocumentStudy> all) => string.Join(", ", all.Take(20).Select(study => study.Title));

    private static void Study(ReadingBoard board, ReadingStudy study, bool isJson, Language language)
    {
        if (isJson)
        {
            Output.Json(json => ReadingJson.Study(json, study, board.Rising));
            return;
        }

        var ko = language == Language.Korean;
        Console.WriteLine(ko
            ? $"사람으로 보이는 열람 {Format.Grouped(study.Visits.Human)}번 (프로그램 {Format.Grouped(study.Visits.Scanner)}, 알 수 없음 {Format.Grouped(study.Visits.Unknown)}, 우리 팀 {Format.Grouped(study.Visits.Ours)}은 세지 않음), 읽은 사람 {Format.Grouped(study.All.Readers)}명"
            : $"{Format.Grouped(study.Visits.Human)} visits look human ({Format.Grouped(study.Visits.Scanner)} scanners, {Format.Grouped(study.Visits.Unknown)} unknown, {Format.Grouped(study.Visits.Ours)} of our team count nowhere), {Format.Grouped(study.All.Readers)} readers");
        Console.WriteLine((ko ? "21일 안에 만남: " : "met within 21 days: ") + Rate(study.All.Met));
        foreach (var cell in study.ByDocument)
        {
            Console.WriteLine($"  {cell.Group.Label.In(language)} × {cell.Label.In(language)}: n {Format.Grouped(cell.Figures.Readers)}, {DocumentStudy.Minutes(cell.Figures.MedianSeconds).In(language)}, {Rate(cell.Figures.Met)}. {cell.Words.In(language)}");
        }

        foreach (var group in board.Rising.Rising)
        {
            Console.WriteLine("▲ " + group.Reason.In(language));
        }

        if (board.Rising.Rising.Count == 0)
        {
            Console.WriteLine(board.Rising.IsEnough ? ko ? "평소 범위를 넘어 읽는 업종·직무가 없어요." : "No industry and job reads more than its own usual range."
                : ko ? $"늘고 있는지는 아직 말할 수 없어요 (지난달이 {Format.Whole(board.Rising.Need)}개 필요, 현재 {Format.Whole(board.Rising.Months)}개)." : $"Rising interest cannot be told yet (need {Format.Whole(board.Rising.Need)} earlier months, have {Format.Whole(board.Rising.Months)}).");
        }
    }

    private static int Document(DocumentStudy study, bool isJson, Language language)
    {
        if (isJson)
        {
            Output.Json(json => ReadingJson.Document(json, study));
            return ExitCode.Done;
        }

        var ko = language == Language.Korean;
        Console.WriteLine($"{study.Title} · {study.Sentence.In(language)}");
        Console.WriteLine(ko ? $"끝까지 {Rate(study.Finished)}, 전달됐을 수 있음 {Format.Grouped(study.MayBeForwarded)}" : $"reached the end {Rate(study.Finished)}, may be forwarded {Format.Grouped(study.MayBeForwarded)}");
        foreach (var page in study.Pages)
        {
            var seconds = page.MedianSeconds is { } median ? DocumentStudy.Minutes(median).In(language) : "–";
            Console.WriteLine(ko
                ? $"  {Format.Whole(page.Page),3}쪽 {page.Tag}: {Rate(page.Reached)} 도달, {seconds}, 읽음 {Rate(page.Read)}, 여기서 멈춤 {Format.Grouped(page.EndedHere.Hits)}"
                : $"  p. {Format.Whole(page.Page),3} {page.Tag}: reached {Rate(page.Reached)}, {seconds}, read {Rate(page.Read)}, ended here {Format.Grouped(page.EndedHere.Hits)}");
        }

        return ExitCode.Done;
    }

    private static int Lead(ReadingBoard board, LeadEntry lead, bool isJson, Language language)
    {
        var receipt = board.Engagement(lead);
        if (isJson)
        {
            Output.Json(json => ReadingJson.Receipt(json, lead.Id, receipt));
            return ExitCode.Done;
        }

        var ko = language == Language.Korean;
        Console.WriteLine($"{lead.Name} · {(ko ? "관심" : "engagement")} {Format.Fixed(receipt.Score, 1)}");
        foreach (var line in receipt.Lines)
        {
            Console.WriteLine($"  {(line.On is { } on ? Format.Date(on) : ""),10} {Format.Fixed(line.Points, 1),6}  {line.Label.In(language)} {line.Email}{(line.Note is { } note ? " · " + note.In(language) : "")}");
        }

        foreach (var line in receipt.Withheld)
        {
            Console.WriteLine($"  {(line.On is { } on ? Format.Date(on) : ""),10} {(ko ? "뺌" : "withheld"),6}  {line.Label.In(language)} {line.Email} · {line.Note?.In(language)}");
        }

        return ExitCode.Done;
    }

    /// <summary>"43% (33–54)"; a dash without any.</summary>
    internal static string Rate(Share share) => share.Rate is { } rate ? $"{Format.Percent(rate, 0)} ({Format.Fixed(100 * share.Low, 0)}–{Format.Fixed(100 * share.High, 0)})" : "–";
}
