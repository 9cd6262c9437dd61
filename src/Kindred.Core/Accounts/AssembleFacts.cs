using Kindred.Core.Basics;
using Kindred.Core.Standards;

namespace Kindred.Core.Accounts;

/// <summary>Use case: tables and mapping → facts.</summary>
internal static class AssembleFacts
{
    private const int LastYear = 2100; // Later days stand for "no end".

    public static Result<AccountFacts> Run(IReadOnlyList<SourceTable> tables, Mapping mapping, AssemblyOptions options)
    {
        if (Check(tables, mapping, options.Answers ?? Answers.None) is { } refusal)
        {
            return Result.Refused<AccountFacts>(refusal);
        }

        var findings = new Findings();
        var corrections = options.Corrections ?? Corrections.None;
        var placer = new PlaceRows(corrections.Matches);
        var placed = placer.Run(CleanTables.Run(tables, mapping, findings), mapping);
        LearnCompanies.Run(placed, placer.Book);
        var deals = new ReadDeals(options.Answers ?? Answers.None, findings).Run(placed);
        var subscriptions = ReadContracts.Subscriptions(placed, findings);
        var facts = new AccountFacts
        {
            AsOf = default,
            Companies = FinishCompanies.Run(placer.Book),
            People = ReadPeople.People(placed, corrections.Titles, out var ofLead),
            Deals = deals,
            StageHistory = ReadKnowledge.Stages(placed, deals),
            Subscriptions = subscriptions,
            Invoices = ReadContracts.Invoices(placed, findings),
            Usage = ReadUse.Usage(placed, subscriptions, findings),
            Tickets = ReadUse.Tickets(placed),
            Costs = ReadKnowledge.Costs(placed),
            Signals = ReadKnowledge.Signals(placed, findings),
            Technologies = ReadKnowledge.Technologies(placed, findings),
            Activities = ReadKnowledge.Activities(placed),
            DocumentVisits = ReadVisits.Run(placed),
            Cancellations = ReadUse.Cancellations(placed),
            Placed = [.. placed.Select(rows => new PlacedTable(rows.Source, rows.Mapping, rows.Accounts))],
            Merges = placer.Book.Merges,
            MatchRates = placer.Rates,
            Rates = options.Rates ?? ExchangeRates.None,
            Currency = options.Currency,
            Quality = new QualityReport([], []),
        };
        var asOf = options.AsOf ?? LastDay(facts);
        var headcounts = ReadHeadcounts.Run(placed, asOf);
        facts = facts with { Headcounts = headcounts, Signals = [.. facts.Signals, .. HeadcountGrowth.Of(headcounts)] };
        facts = facts with { AsOf = asOf, Leads = ReadPeople.Leads(placed, facts, ofLead) };
        return Result.Accepted(facts with { Quality = QualityFinder.Run(facts, placer, findings) });
    }

    private static Reason? Check(IReadOnlyList<SourceTable> tables, Mapping mapping, Answers answers)
    {
        if (tables.All(source => source.Table.RowCount == 0))
        {
            return new Reason("accounts.no-rows", tables.Count == 0 ? "files" : tables[0].Name, new Wording("읽을 수 있는 줄이 한 줄도 없어요. 머리글 아래에 데이터가 있는 파일을 넣어 주세요.", "No table holds a single row. Give a file with data below its header."));
        }

        if (tables.FirstOrDefault(source => mapping.Tables.All(table => table.Table != source.Name)) is { } missing)
        {
            throw new ArgumentException($"The mapping has no entry for '{missing.Name}'.", nameof(mapping));
        }

        for (var i = 0; i < tables.Count; i++)
        {
            if (!tables[i].Table.Columns.Select(column => column.Name).SequenceEqual(mapping.Of(tables[i], i).Columns.Select(column => column.Column), StringComparer.Ordinal))
            {
                throw new ArgumentException($"The mapping of '{tables[i].Name}' does not list its columns; pass the result of Recognise.", nameof(mapping));
            }
        }

        if (mapping.Tables.All(table => table.Kind is TableKind.Unknown or TableKind.Costs or TableKind.Owners))
        {
            var seen = string.Join("; ", tables.Take(3).Select(source => source.Name + ": " + string.Join(", ", source.Table.Columns.Take(12).Select(column => column.Name))));
            return new Reason("accounts.nothing-recognised", tables[0].Name, new Wording(
                "회사, 딜, 구독 어느 것도 찾지 못했어요. 찾은 열: " + seen + ". 회사나 딜 파일을 넣거나, 매핑에서 표의 종류(kind)를 정해 주세요.",
                "No companies, deals or subscriptions were found. Columns seen: " + seen + ". Add a companies or deals file, or state the kind of the table in the mapping."));
        }

        foreach (var (id, given) in new[] { (QuestionMaker.WonStages, answers.WonStages), (QuestionMaker.NewBusiness, answers.NewBusiness) })
        {
            var question = mapping.Questions.FirstOrDefault(question => question.Id == id);
            if (given is not null && question is not null && given.FirstOrDefault(value => question.Choices.All(choice => choice.Value != value)) is { } unknown)
            {
                var choices = string.Join(", ", question.Choices.Take(20).Select(choice => choice.Value));
                return new Reason("accounts.unknown-answer", id, new Wording(
                    "'" + unknown + "'은(는) 파일에 없는 값이에요. 고를 수 있는 값: " + choices + ".",
                    "'" + unknown + "' does not occur in the file. It has: " + choices + "."));
            }
        }

        return null;
    }

    private static DateOnly LastDay(AccountFacts facts)
    {
        var last = DateOnly.MinValue;
        void See(DateOnly? day) => last = day > last && day.Value.Year < LastYear ? day.Value : last;
        foreach (var deal in facts.Deals)
        {
            See(deal.CreatedOn);
            See(deal.Outcome == DealOutcome.Open ? null : deal.ClosedOn);
        }

        foreach (var subscription in facts.Subscriptions)
        {
            See(subscription.StartedOn);
        }

        foreach (var ticket in facts.Tickets)
        {
            See(ticket.OpenedOn);
        }

        foreach (var cancellation in facts.Cancellations)
        {
            See(cancellation.On);
        }

        foreach (var company in facts.Companies)
        {
            See(company.CreatedOn);
        }

        foreach (var invoice in facts.Invoices)
        {
            See(invoice.On);
        }

        foreach (var usage in facts.Usage)
        {
            See(usage.Month);
        }

        return last == DateOnly.MinValue ? new DateOnly(2000, 1, 1) : last;
    }
}
