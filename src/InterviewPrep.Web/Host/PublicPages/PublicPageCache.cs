using System.Collections.Concurrent;
using InterviewPrep.Web.Content;
using InterviewPrep.Web.Data;
using Microsoft.Extensions.Options;

namespace InterviewPrep.Web.Host.PublicPages;

/// <summary>
/// Keeps rendered pages until what they show changes: the content that is served, or a question in the store. Settings and the program itself
/// change with a restart only, and nothing is kept over one.
/// </summary>
public sealed class PublicPageCache(ContentStore content, TableChanges tables, IOptions<DatabaseOptions> database, TimeProvider time)
{
    /// <summary>Most bytes that are kept. Addresses with all sorts of queries can be made up; when they have filled it, it begins anew.</summary>
    private const int MostBytes = 16 * 1024 * 1024;

    /// <summary>On a server with several nodes a change of another node is seen after so long at the latest.</summary>
    private static readonly TimeSpan LongestOfNodes = TimeSpan.FromSeconds(10);

    /// <summary>Tables from which public pages are rendered.</summary>
    private static readonly string[] Shown = ["Questions", "QuestionRevisions", "QuestionSearchTexts", "ExpectedPoints", "ModelAnswers", "Drawings"];

    private volatile Generation current = new(ContentLibrary.Empty, 0, DateTimeOffset.MinValue);
    /// <summary>The pages that were rendered between one change and the next.</summary>
    public sealed class Generation(ContentLibrary library, long changes, DateTimeOffset since)
    {
        private int bytes;

        internal ContentLibrary Library => library;

        internal long Changes => changes;

        internal DateTimeOffset Since => since;

        internal bool IsFull => bytes > MostBytes;

        internal ConcurrentDictionary<string, StoredAnswer> Pages { get; } = new(StringComparer.Ordinal);

        /// <summary>Keeps a page that was rendered in this generation; if it has ended meanwhile nobody sees the page.</summary>
        public void Keep(string address, StoredAnswer page)
        {
            if (Pages.TryAdd(address, page)) Interlocked.Add(ref bytes, page.Size);
        }

        /// <summary>The page of an address; null where it was not rendered yet.</summary>
        public StoredAnswer? Find(string address) => Pages.GetValueOrDefault(address);
    }

    /// <summary>The pages that are right at this moment.</summary>
    public Generation Current
    {
        get
        {
            var (known, library, made) = (current, content.Library, tables.LastOf(Shown));
            if (ReferenceEquals(known.Library, library) && known.Changes == made && !known.IsFull && !(database.Value.IsPostgres && time.GetUtcNow() - known.Since > LongestOfNodes)) return known;
            return current = new Generation(library, made, time.GetUtcNow());
        }
    }
}
