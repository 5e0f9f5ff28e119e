// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc
internal import PlanKit

/// Rows that are read in a thread of their own, some batches ahead of who takes them, so that reading a file and writing the plan share the time.
///
/// The source sees one thread that asks it for its rows, as ever; the sink is called in the thread of the caller.
struct ReadAhead: RowSource {
  let base: any RowSource

  func rows(into sink: inout some RowSink) throws(Hinweis) {
    let queue = BatchQueue()
    guard let thread = ReaderThread(base, queue) else { return try base.rows(into: &sink) }
    defer {
      queue.stop()
      thread.join()
    }
    while let item = queue.next() {
      switch item {
      case .batch(let batch): if try sink.take(batch) == .enough { return }
      case .note(let hinweis): sink.note(hinweis)
      case .merge(let span): sink.merge(span)
      case .failed(let hinweis): throw hinweis
      case .ended: return
      }
    }
  }
}

/// What a reading thread has to say, in order.
private enum Item {
  case batch(RowBatch), note(Hinweis), merge(CellSpan), failed(Hinweis), ended
}

/// A few items between two threads: who is faster waits.
private final class BatchQueue: @unchecked Sendable {
  private static let most = 8

  private var mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private var changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var items: [Item] = []
  private var isStopped = false

  init() {
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(changed, nil)
  }

  deinit {
    pthread_cond_destroy(changed)
    pthread_mutex_destroy(mutex)
    changed.deallocate()
    mutex.deallocate()
  }

  /// Puts an item behind the others; false if nobody wants more.
  func put(_ item: Item) -> Bool {
    locked {
      while items.count >= BatchQueue.most && !isStopped { pthread_cond_wait(changed, mutex) }
      if !isStopped { items.append(item) }
      return !isStopped
    }
  }

  /// Waits for the next item.
  func next() -> Item? {
    locked {
      while items.isEmpty && !isStopped { pthread_cond_wait(changed, mutex) }
      return items.isEmpty ? nil : items.removeFirst()
    }
  }

  /// Nobody takes any more.
  func stop() { locked { isStopped = true } }

  private func locked<Result>(_ body: () -> Result) -> Result {
    pthread_mutex_lock(mutex)
    defer {
      pthread_cond_broadcast(changed)
      pthread_mutex_unlock(mutex)
    }
    return body()
  }
}

/// The thread that reads.
private final class ReaderThread {
  private var thread = pthread_t()

  private final class Work: Sendable {
    let rows: any RowSource
    let queue: BatchQueue

    init(_ rows: any RowSource, _ queue: BatchQueue) {
      self.rows = rows
      self.queue = queue
    }

    func run() {
      var sink = QueueSink(queue: queue)
      do throws(Hinweis) {
        try rows.rows(into: &sink)
        _ = queue.put(.ended)
      } catch {
        _ = queue.put(.failed(error))
      }
    }
  }

  /// Nil if the system gives no thread.
  init?(_ rows: any RowSource, _ queue: BatchQueue) {
    // Ctrl-C and its like are for the thread that was there before.
    var all = sigset_t()
    var before = sigset_t()
    sigfillset(&all)
    for signal in [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGSYS] { sigdelset(&all, signal) }
    pthread_sigmask(SIG_BLOCK, &all, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    let work = Unmanaged.passRetained(Work(rows, queue))
    let code = pthread_create(
      &thread, nil,
      { argument in
        if let argument { Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().run() }
        return nil
      }, work.toOpaque())
    guard code == 0 else {
      work.release()
      return nil
    }
  }

  func join() { pthread_join(thread, nil) }
}

private struct QueueSink: RowSink {
  let queue: BatchQueue

  mutating func take(_ batch: RowBatch) throws(Hinweis) -> Flow { queue.put(.batch(batch)) ? .more : .enough }
  mutating func note(_ hinweis: Hinweis) { _ = queue.put(.note(hinweis)) }
  mutating func merge(_ span: CellSpan) { _ = queue.put(.merge(span)) }
}
