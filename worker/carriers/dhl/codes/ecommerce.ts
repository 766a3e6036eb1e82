/**
 * DHL eCommerce (service `ecommerce`). Source: the list of status codes of the Unified API, with
 * DHL's words. 804 to 887 are of parcels on their way back, 624 to 628 of their collection.
 */
import { codeTable } from '../../code-table.ts'

const START = [
  // Booked, label printed, announced, on the way to DHL.
  ['label_created', null, '109 128 129 132 150 235 238 445 807'],
  ['label_created', 'not_ready', '134'],
  ['label_created', 'rescheduled', '135'],
  ['accepted', null, '100 115 116 130 200 211'],
  ['accepted', 'data_missing', '229'],
  ['cancelled', null, '101'],
] as const

const MOVING = [
  [
    'in_transit',
    null,
    `50 51 104 106 110 113 114 120 125 155 156 220 359 360 361 365 399 400 401 402 431 452 454 456
     461 462 468 470 472 473 477 478 479 480 481 482 483 494 499 505 510 511 515 517 518 520 521
     523 524 525 526 528 529 530 531 532 533 534 535 536 537 538 539 540 541 542 543 545 547 548
     549 557 561 562 566 567 568 575 576 577 579 589 590 603 637 642 805`,
  ],
  // Arrived at customs, in clearance, cleared.
  ['in_transit', null, '441 442 447 449 451 463 464 501 502 509'],
  ['in_transit', 'customs_hold', '443 453 506 507 508'],
  ['in_transit', 'customs_duties', '240 503'],
  ['in_transit', 'customs_rejected', '448'],
  ['in_transit', 'prohibited', '107'],
  ['in_transit', 'missorted', '546 640 641 670 671'],
  ['in_transit', 'forwarded', '162'],
  ['in_transit', 'data_missing', '513'],
] as const

const DELIVERY = [
  // The recipient is the next stop; a second attempt.
  ['out_for_delivery', null, '544 558 580 597 598'],
  ['ready_for_pickup', null, '469 522 560 565 570 585 588 599 601'],
  ['attempt_failed', null, '550 563 571 583 595 596 615 625 626 629 638 639 665 809'],
  ['attempt_failed', 'recipient_absent', '551 552 556 613'],
  ['attempt_failed', 'safe_place_unavailable', '553 554'],
  ['attempt_failed', 'business_closed', '555 564 612'],
  ['attempt_failed', 'access_denied', '605'],
  ['attempt_failed', 'refused', '610 611 619'],
  ['attempt_failed', 'payment_due', '614'],
  ['attempt_failed', 'address_wrong', '630 631 689 691 700 740 750'],
  ['attempt_failed', 'address_incomplete', '633 683 710'],
  ['attempt_failed', 'recipient_moved', '686 720 730'],
  ['attempt_failed', 'recipient_unreachable', '770'],
  ['delivered', null, '572 600 606 607 621 652 653 654 655 656 657 658 659'],
] as const

const TROUBLE = [
  [null, 'held', '312 358 644'],
  [null, 'customs_duties', '242'],
  [null, 'transport_delay', '450 592 593'],
  [null, 'carrier_exception', '573 651'],
  [null, 'rescheduled', '581 609 616'],
  [null, 'forwarded', '582 632'],
  [null, 'recipient_absent', '594'],
  [null, 'refused', '608'],
  [null, 'damaged', '620 623'],
  [null, 'investigation', '690'],
  [null, 'unclaimed', '693 760'],
  [null, 'recipient_unreachable', '844'],
] as const

const BACK = [
  [
    'returning_to_sender',
    null,
    `602 628 800 806 808 810 811 813 815 816 817 818 820 821 853 854 855 856 857 858 859 862
     880 881 882 883 884 885 886 887`,
  ],
  ['returning_to_sender', 'prohibited', '108'],
  ['returning_to_sender', 'sender_request', '604'],
  ['returning_to_sender', 'out_of_area', '802'],
  ['returning_to_sender', 'unclaimed', '804'],
  ['returning_to_sender', 'held', '849'],
  ['returned_to_sender', null, '860 863 864'],
  ['ended', 'disposed', '636 825'],
  // A dead letter; abandoned.
  ['ended', null, '650 780'],
] as const

const NOTES = [
  // Wishes and data noted, a note sent or received, money collected or passed on, a hold resolved,
  // a day to expect, "not updated", a return not fetched yet, proof on paper.
  [null, null, '99 161 163 164 241 300 313 350 371 504 574 591 617 618 624 627 680 699'],
  [null, null, '867 868 869 870 871 872'],
] as const

export const ECOMMERCE = codeTable([
  ...START,
  ...MOVING,
  ...DELIVERY,
  ...TROUBLE,
  ...BACK,
  ...NOTES,
])
